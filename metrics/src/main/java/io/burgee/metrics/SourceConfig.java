package io.burgee.metrics;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;

/**
 * How to reach a metric source.
 *
 * @param type as in {@code spec.provider.type} of a MetricTemplate
 * @param headers sent with every request, before those for authentication
 * @param insecureSkipVerify accepts any certificate
 */
public record SourceConfig(
    String type,
    String address,
    Map<String, List<String>> headers,
    SecretData secret,
    boolean insecureSkipVerify) {
  public static final String PROMETHEUS = "prometheus";

  public SourceConfig {
    headers =
        headers.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }

  /** The metrics server of built-in and inline checks. */
  public static SourceConfig prometheus(String address) {
    return new SourceConfig(PROMETHEUS, address, Map.of(), SecretData.NONE, false);
  }

  /** Header values may be credentials: they are left out. */
  @Override
  public String toString() {
    return "SourceConfig[" + type + ", " + headers.keySet() + ", " + secret + "]";
  }
}
