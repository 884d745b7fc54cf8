/** Values: files, --set, coalescing. */
@NullMarked
package io.burgee.helm.values;

import org.jspecify.annotations.NullMarked;
