/** YAML, JSON and TOML texts to values and back, as Go writes them. */
@NullMarked
package io.burgee.helm.encoding;

import org.jspecify.annotations.NullMarked;
