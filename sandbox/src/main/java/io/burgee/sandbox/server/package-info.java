/** The Kubernetes API over HTTP: routing, discovery, negotiation and rendering. */
@NullMarked
package io.burgee.sandbox.server;

import org.jspecify.annotations.NullMarked;
