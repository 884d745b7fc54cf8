/** The custom resources that Burgee serves, as plain beans. */
@NullMarked
package io.burgee.api;

import org.jspecify.annotations.NullMarked;
