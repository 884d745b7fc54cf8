/** The application that the sandbox releases. */
@NullMarked
package io.burgee.sandbox.demo;

import org.jspecify.annotations.NullMarked;
