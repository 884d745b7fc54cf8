/** What one render may use, and what it has used. */
@NullMarked
package io.burgee.helm.limit;

import org.jspecify.annotations.NullMarked;
