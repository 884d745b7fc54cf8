package io.burgee.testsupport;

import static java.util.stream.Collectors.joining;

import java.util.stream.IntStream;

/**
 * One answer of a {@link FakePrometheus}.
 *
 * @param never leaves the request open until the server closes
 */
public record PrometheusReply(int status, String body, boolean never) {
  private static final String TIME = "1700000000.5";

  /** A vector of one series for each value; values are texts, such as {@code 99.5} or NaN. */
  public static PrometheusReply vector(String... values) {
    var series =
        IntStream.range(0, values.length)
            .mapToObj(
                i ->
                    "{\"metric\":{\"series\":\"%d\"},\"value\":[%s,\"%s\"]}"
                        .formatted(i, TIME, values[i]))
            .collect(joining(","));
    return success("vector", "[" + series + "]");
  }

  public static PrometheusReply value(double value) {
    return vector(Double.toString(value));
  }

  public static PrometheusReply noSeries() {
    return vector();
  }

  public static PrometheusReply scalar(String value) {
    return success("scalar", "[" + TIME + ",\"" + value + "\"]");
  }

  /** What a query for a range answers. */
  public static PrometheusReply matrix(String... values) {
    var points =
        IntStream.range(0, values.length)
            .mapToObj(i -> "[%d,\"%s\"]".formatted(1700000000 + i, values[i]))
            .collect(joining(","));
    return success("matrix", "[{\"metric\":{},\"values\":[" + points + "]}]");
  }

  /** A query that the server refuses. */
  public static PrometheusReply error(int status, String type, String message) {
    return status(
        status,
        "{\"status\":\"error\",\"errorType\":\"%s\",\"error\":\"%s\"}".formatted(type, message));
  }

  public static PrometheusReply status(int status, String body) {
    return new PrometheusReply(status, body, false);
  }

  public static PrometheusReply noReply() {
    return new PrometheusReply(0, "", true);
  }

  private static PrometheusReply success(String type, String result) {
    return status(
        200,
        "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":%s}}"
            .formatted(type, result));
  }
}
