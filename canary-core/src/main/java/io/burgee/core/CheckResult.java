package io.burgee.core;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One check of one interval, with all that is needed to see why it came out so.
 *
 * @param name the metric's name in the Canary
 * @param value in the metric's own unit; absent when the verdict is unknown
 * @param samples how many requests stand behind the value, where the source can say
 * @param window how far back the query looks
 * @param query as sent to the source
 */
public record CheckResult(
    String name,
    Verdict verdict,
    OptionalDouble value,
    Bounds bounds,
    OptionalLong samples,
    Duration window,
    String query) {}
