/** Values, types and functions as Go has them, as far as templates can tell. */
@NullMarked
package io.burgee.helm.value;

import org.jspecify.annotations.NullMarked;
