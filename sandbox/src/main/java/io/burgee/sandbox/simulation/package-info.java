/** The simulated side of a cluster as a whole: what its users see as workloads and traffic. */
@NullMarked
package io.burgee.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
