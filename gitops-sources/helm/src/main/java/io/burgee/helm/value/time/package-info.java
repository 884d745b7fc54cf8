/** Go's {@code time}: instants with zones, durations, and the layouts that dates are written in. */
@NullMarked
package io.burgee.helm.value.time;

import org.jspecify.annotations.NullMarked;
