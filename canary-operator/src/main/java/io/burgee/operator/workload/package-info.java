/** The workloads that canaries release: reading them, and making the primary from them. */
@NullMarked
package io.burgee.operator.workload;

import org.jspecify.annotations.NullMarked;
