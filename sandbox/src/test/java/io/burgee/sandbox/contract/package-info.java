/** What an API server promises, asked of the embedded one and of the real one. */
@NullMarked
package io.burgee.sandbox.contract;

import org.jspecify.annotations.NullMarked;
