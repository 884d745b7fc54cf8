/** Values against the JSON schemas of charts: with limits, and told as Helm tells it. */
@NullMarked
package io.burgee.helm.schema;

import org.jspecify.annotations.NullMarked;
