/**
 * YAML as Go's tools read and write it: a tree that keeps each scalar's text, readers for the
 * dialects of kustomize and Helm, and one writer.
 */
@NullMarked
package io.burgee.yaml;

import org.jspecify.annotations.NullMarked;
