/** The canary reconciler, its wiring and the command line. */
@NullMarked
package io.burgee.operator;

import org.jspecify.annotations.NullMarked;
