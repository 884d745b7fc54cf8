package io.burgee.metrics;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The contents of a Secret. They never show in text. */
public record SecretData(Map<String, String> values) {
  public static final SecretData NONE = new SecretData(Map.of());

  public SecretData {
    values = Map.copyOf(values);
  }

  /**
   * From {@code data} of a Secret, as the API server gives it.
   *
   * @throws IllegalArgumentException if a value isn't Base64
   */
  public static SecretData ofBase64(Map<String, String> data) {
    return new SecretData(
        data.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> decoded(entry.getValue()))));
  }

  /** Without the line break that editors and shells leave at the end. */
  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SecretData" + values.keySet();
  }
}
