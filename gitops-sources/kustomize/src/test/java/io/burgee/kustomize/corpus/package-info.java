/** Cases with answers that the real kustomize gave. */
@NullMarked
package io.burgee.kustomize.corpus;

import org.jspecify.annotations.NullMarked;
