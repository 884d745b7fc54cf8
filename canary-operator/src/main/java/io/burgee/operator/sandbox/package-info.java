/** The sandbox command: a cluster in this process, a scenario on it, and how that is shown. */
@NullMarked
package io.burgee.operator.sandbox;

import org.jspecify.annotations.NullMarked;
