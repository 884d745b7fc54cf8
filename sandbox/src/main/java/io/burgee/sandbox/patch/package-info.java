/** Patches, server-side apply and field ownership, as functions on JSON trees. */
@NullMarked
package io.burgee.sandbox.patch;

import org.jspecify.annotations.NullMarked;
