/** What every reconciler shares to read and write Kubernetes. */
@NullMarked
package io.burgee.kube;

import org.jspecify.annotations.NullMarked;
