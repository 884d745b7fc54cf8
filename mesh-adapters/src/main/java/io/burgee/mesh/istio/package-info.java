/** Istio's VirtualService and DestinationRule. */
@NullMarked
package io.burgee.mesh.istio;

import org.jspecify.annotations.NullMarked;
