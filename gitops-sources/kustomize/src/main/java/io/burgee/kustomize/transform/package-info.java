/** The built-in transformers, one class each. */
@NullMarked
package io.burgee.kustomize.transform;

import org.jspecify.annotations.NullMarked;
