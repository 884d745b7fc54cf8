/** The order of the output. */
@NullMarked
package io.burgee.kustomize.order;

import org.jspecify.annotations.NullMarked;
