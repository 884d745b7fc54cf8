/** Resources, what they are called and were called, and the list of them that a build works on. */
@NullMarked
package io.burgee.kustomize.resource;

import org.jspecify.annotations.NullMarked;
