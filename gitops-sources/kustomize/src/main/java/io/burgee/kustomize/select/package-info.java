/** Which resources a selector means. */
@NullMarked
package io.burgee.kustomize.select;

import org.jspecify.annotations.NullMarked;
