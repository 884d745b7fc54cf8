/** The whole program against a real Kubernetes API server. */
@NullMarked
package io.burgee.operator.e2e;

import org.jspecify.annotations.NullMarked;
