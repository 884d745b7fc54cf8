/** Generators, transformers and validators that are files of their own. */
@NullMarked
package io.burgee.kustomize.plugin;

import org.jspecify.annotations.NullMarked;
