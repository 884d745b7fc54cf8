/**
 * Where in which kinds a transformer works: field specs, their defaults, and the walk along a path.
 */
@NullMarked
package io.burgee.kustomize.fieldspec;

import org.jspecify.annotations.NullMarked;
