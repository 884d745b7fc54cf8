package io.burgee.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;

/** Opens metric sources by their type. They share one connection pool. */
public final class Sources {

  /** Everything there is: a new source is a class and a line here. */
  private static final Map<String, BiFunction<OkHttpClient, SourceConfig, MetricSource>> ALL =
      new TreeMap<>(Map.of(SourceConfig.PROMETHEUS, PrometheusSource::new));

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final OkHttpClient verifying;
  private final OkHttpClient trusting;

  public Sources() {
    this(DEADLINE);
  }

  /** With another deadline for each request than the reference's five seconds. */
  Sources(Duration deadline) {
    verifying = new OkHttpClient.Builder().callTimeout(deadline).build();
    trusting = AnyCertificate.accepted(verifying);
  }

  /**
   * A source; cheap, does not connect yet.
   *
   * @throws IllegalArgumentException if the type is unknown or the configuration can't work; the
   *     message is for users and holds no credentials
   */
  public MetricSource open(SourceConfig config) {
    var type = ALL.get(config.type());
    if (type == null) {
      throw new IllegalArgumentException(
          "unknown metric provider type \""
              + config.type()
              + "\", known types: "
              + String.join(", ", ALL.keySet()));
    }
    return type.apply(config.insecureSkipVerify() ? trusting : verifying, config);
  }
}
