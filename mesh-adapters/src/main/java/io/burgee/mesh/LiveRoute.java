package io.burgee.mesh;

import io.burgee.core.Traffic;

/**
 * What the cluster's route does now.
 *
 * @param traffic what reaches the canary. A share is rounded so that a side that gets any request
 *     never shows zero
 * @param intact whether every object of the route, all but what {@code traffic} says, is as
 *     rendered; if not, applying the rendered objects repairs it
 */
public record LiveRoute(Traffic traffic, boolean intact) {}
