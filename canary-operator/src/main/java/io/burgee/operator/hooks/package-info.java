/** Webhooks of Canaries: what is asked of them, what they are told, and how they are called. */
@NullMarked
package io.burgee.operator.hooks;

import org.jspecify.annotations.NullMarked;
