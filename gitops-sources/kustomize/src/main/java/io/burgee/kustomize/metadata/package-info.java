/** What a build says in labels and annotations of how objects came to be. */
@NullMarked
package io.burgee.kustomize.metadata;

import org.jspecify.annotations.NullMarked;
