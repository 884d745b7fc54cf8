/** Strategic merge patches. */
@NullMarked
package io.burgee.kustomize.merge;

import org.jspecify.annotations.NullMarked;
