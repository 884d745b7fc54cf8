/** Route intents and the routers that render them. */
@NullMarked
package io.burgee.mesh;

import org.jspecify.annotations.NullMarked;
