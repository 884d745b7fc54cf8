package io.burgee.operator.hooks;

import java.time.Instant;

/**
 * Something that event hooks are told.
 *
 * @param id the same whenever the same happening is told, and no other's
 * @param type {@code Normal} or {@code Warning}
 */
public record Told(String id, String type, String message, Instant at) {}
