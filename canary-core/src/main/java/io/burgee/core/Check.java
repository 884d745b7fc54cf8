package io.burgee.core;

import java.time.Duration;

/**
 * A question to a metric source that a promotion depends on.
 *
 * @param window how far back the query looks
 */
public record Check(String name, Bounds bounds, Duration window) {}
