/** Plain Kubernetes Services. */
@NullMarked
package io.burgee.mesh.kubernetes;

import org.jspecify.annotations.NullMarked;
