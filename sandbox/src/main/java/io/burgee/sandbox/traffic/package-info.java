/** Simulated users and the mesh's metrics about them, behind Prometheus' query API. */
@NullMarked
package io.burgee.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
