/** The functions that charts may call: one class for each group of them. */
@NullMarked
package io.burgee.helm.function;

import org.jspecify.annotations.NullMarked;
