/** Stand-ins for kube-controller-manager, scheduler and kubelet: they only ever fill in objects. */
@NullMarked
package io.burgee.sandbox.controllers;

import org.jspecify.annotations.NullMarked;
