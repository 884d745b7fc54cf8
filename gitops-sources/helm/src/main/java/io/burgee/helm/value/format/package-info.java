/** Values as Go's {@code fmt} and {@code strconv} print them. */
@NullMarked
package io.burgee.helm.value.format;

import org.jspecify.annotations.NullMarked;
