/** JSON patches, RFC 6902. */
@NullMarked
package io.burgee.kustomize.jsonpatch;

import org.jspecify.annotations.NullMarked;
