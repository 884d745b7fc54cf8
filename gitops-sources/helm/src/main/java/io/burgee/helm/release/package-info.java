/** Helm's release records. */
@NullMarked
package io.burgee.helm.release;

import org.jspecify.annotations.NullMarked;
