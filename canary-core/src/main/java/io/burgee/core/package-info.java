/** What a release does next: pure, no Kubernetes, clock, network or log. */
@NullMarked
package io.burgee.core;

import org.jspecify.annotations.NullMarked;
