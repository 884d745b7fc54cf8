/** The canary reconciler: plan, observe, decide, record, converge. */
@NullMarked
package io.burgee.operator.canary;

import org.jspecify.annotations.NullMarked;
