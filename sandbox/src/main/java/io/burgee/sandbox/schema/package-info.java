/** What objects look like: the shape of each kind, defaults, pruning and validation. */
@NullMarked
package io.burgee.sandbox.schema;

import org.jspecify.annotations.NullMarked;
