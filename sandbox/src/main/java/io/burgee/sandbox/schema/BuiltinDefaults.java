package io.burgee.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The defaults of built-in kinds. */
public final class BuiltinDefaults {
  private BuiltinDefaults() {}

  /** Fills in place what {@code object} leaves out; other kinds stay as they are. */
  public static void fill(ObjectNode object) {}
}
