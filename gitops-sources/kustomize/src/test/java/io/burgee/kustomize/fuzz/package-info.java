/** Random trees, built by this engine and by the real kustomize, and compared. */
@NullMarked
package io.burgee.kustomize.fuzz;

import org.jspecify.annotations.NullMarked;
