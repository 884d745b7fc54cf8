/** Regular expressions as Go has them. */
@NullMarked
package io.burgee.helm.regex;

import org.jspecify.annotations.NullMarked;
