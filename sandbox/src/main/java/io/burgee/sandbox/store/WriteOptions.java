package io.burgee.sandbox.store;

import java.util.function.Consumer;

/**
 * How a write is made.
 *
 * @param manager the field manager
 * @param dryRun answers as if, and stores nothing
 * @param unknownFields what becomes of fields that the schema doesn't have
 * @param warnings takes what the writer should be told
 */
public record WriteOptions(
    String manager, boolean dryRun, UnknownFields unknownFields, Consumer<String> warnings) {

  /** Unknown fields are always dropped; this says who hears of it. */
  public enum UnknownFields {
    IGNORE,
    WARN,
    STRICT
  }

  /** A plain write by {@code manager}. */
  public static WriteOptions by(String manager) {
    return new WriteOptions(manager, false, UnknownFields.IGNORE, warning -> {});
  }
}
