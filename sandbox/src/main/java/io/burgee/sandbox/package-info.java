/** An embedded control plane and traffic simulator. */
@NullMarked
package io.burgee.sandbox;

import org.jspecify.annotations.NullMarked;
