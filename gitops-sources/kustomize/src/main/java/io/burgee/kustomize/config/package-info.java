/** What {@code configurations} and {@code crds} files add to the places where transformers work. */
@NullMarked
package io.burgee.kustomize.config;

import org.jspecify.annotations.NullMarked;
