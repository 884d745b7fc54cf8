/** What the output says of itself: where objects are from, what changed them, who made them. */
@NullMarked
package io.burgee.kustomize.metadata;

import org.jspecify.annotations.NullMarked;
