/** Charts: loading, metadata, dependencies, files. */
@NullMarked
package io.burgee.helm.chart;

import org.jspecify.annotations.NullMarked;
