/** A folder with a kustomization file and how it is built, step by step. */
@NullMarked
package io.burgee.kustomize.target;

import org.jspecify.annotations.NullMarked;
