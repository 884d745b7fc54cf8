/** The cluster and the clock as simulations see them. */
@NullMarked
package io.burgee.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
