/** Names that follow when what they refer to is renamed. */
@NullMarked
package io.burgee.kustomize.reference;

import org.jspecify.annotations.NullMarked;
