/** What a build may use up. */
@NullMarked
package io.burgee.kustomize.limit;

import org.jspecify.annotations.NullMarked;
