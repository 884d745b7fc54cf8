/** A chart and values in, manifests out. */
@NullMarked
package io.burgee.helm.render;

import org.jspecify.annotations.NullMarked;
