/**
 * A kustomize engine: files in, objects out. This package is its API; those below are its parts.
 */
@NullMarked
package io.burgee.kustomize;

import org.jspecify.annotations.NullMarked;
