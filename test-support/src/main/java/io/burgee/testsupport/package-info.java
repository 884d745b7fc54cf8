/** What the tests of several modules share. */
@NullMarked
package io.burgee.testsupport;

import org.jspecify.annotations.NullMarked;
