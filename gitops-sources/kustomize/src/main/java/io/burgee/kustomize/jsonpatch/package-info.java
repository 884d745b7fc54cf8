/** JSON patches (RFC 6902), applied as the library does that kustomize uses. */
@NullMarked
package io.burgee.kustomize.jsonpatch;

import org.jspecify.annotations.NullMarked;
