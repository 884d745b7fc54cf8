/** The operator as a process of its own: ready, leading, draining, and what it logs. */
@NullMarked
package io.burgee.operator.process;

import org.jspecify.annotations.NullMarked;
