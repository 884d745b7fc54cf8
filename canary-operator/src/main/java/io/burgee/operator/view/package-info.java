/** What a Canary's state looks like to people: pure, objects in and lines out. */
@NullMarked
package io.burgee.operator.view;

import org.jspecify.annotations.NullMarked;
