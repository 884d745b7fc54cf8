/** Metric sources and the exporter. */
@NullMarked
package io.burgee.metrics;

import org.jspecify.annotations.NullMarked;
