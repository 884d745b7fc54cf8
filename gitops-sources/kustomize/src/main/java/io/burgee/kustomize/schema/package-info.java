/**
 * What is known of kinds: which lists are merged by which keys, and which kinds have no namespace.
 */
@NullMarked
package io.burgee.kustomize.schema;

import org.jspecify.annotations.NullMarked;
