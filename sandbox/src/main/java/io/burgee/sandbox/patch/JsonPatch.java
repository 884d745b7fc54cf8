package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON patch, RFC 6902. */
public final class JsonPatch {
  private JsonPatch() {}

  /**
   * The patched copy of {@code document}.
   *
   * @throws PatchRefused when the patch is malformed or one of its operations fails
   */
  public static JsonNode apply(JsonNode document, JsonNode patch) {
    throw new UnsupportedOperationException();
  }
}
