/** Finds files and folders of a tree as a kustomization names them, and never leaves the tree. */
@NullMarked
package io.burgee.kustomize.load;

import org.jspecify.annotations.NullMarked;
