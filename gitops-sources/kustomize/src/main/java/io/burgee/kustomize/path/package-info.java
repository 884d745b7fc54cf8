/**
 * Paths to fields as replacements and vars write them: {@code spec.containers.[name=web].image}.
 */
@NullMarked
package io.burgee.kustomize.path;

import org.jspecify.annotations.NullMarked;
