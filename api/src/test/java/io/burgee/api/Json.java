package io.burgee.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Reads and writes as the Kubernetes client does. */
public final class Json {
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

  private Json() {}

  public static JsonNode tree(Object object) {
    return read(SERIALIZATION.asJson(object), JsonNode.class);
  }

  /** Of JSON or YAML text. */
  public static <T> T read(String text, Class<T> type) {
    return SERIALIZATION.unmarshal(text, type);
  }
}
