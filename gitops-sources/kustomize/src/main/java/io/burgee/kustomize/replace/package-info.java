/** Replacements: one value of a resource, copied to places in others. */
@NullMarked
package io.burgee.kustomize.replace;

import org.jspecify.annotations.NullMarked;
