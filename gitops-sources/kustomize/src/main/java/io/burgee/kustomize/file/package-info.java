/** What a kustomization file says: one record for each thing that can be said. */
@NullMarked
package io.burgee.kustomize.file;

import org.jspecify.annotations.NullMarked;
