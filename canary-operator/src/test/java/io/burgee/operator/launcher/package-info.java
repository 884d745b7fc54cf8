/** The launcher script, run for real among fakes of what it calls. */
@NullMarked
package io.burgee.operator.launcher;

import org.jspecify.annotations.NullMarked;
