package io.burgee.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the JSON of an instant query. */
final class PrometheusAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PrometheusAnswer() {}

  /** Empty if {@code body} is not what the API answers with. */
  static Optional<Reading> read(String body) {
    try {
      var answer = JSON.readTree(body);
      return "success".equals(answer.path("status").asText())
          ? data(answer.path("data"))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Reading> data(JsonNode data) {
    var result = data.path("result");
    if (!result.isArray()) {
      return Optional.empty();
    }
    return switch (data.path("resultType").asText()) {
      case "vector" -> vector(result);
      case "scalar" -> number(result);
      case "matrix" -> noData("query returned multiple values");
      default -> Optional.empty();
    };
  }

  /** Which of several series is meant, nobody can say. */
  private static Optional<Reading> vector(JsonNode series) {
    return switch (series.size()) {
      case 0 -> noData("no values found");
      case 1 -> number(series.path(0).path("value"));
      default -> noData(series.size() + " series found, one expected");
    };
  }

  /** From {@code [time, "value"]}. */
  private static Optional<Reading> number(JsonNode pair) {
    var text = pair.path(1);
    if (!text.isTextual()) {
      return Optional.empty();
    }
    return switch (text.asText()) {
      case "NaN" -> noData("no values found: the value is not a number");
      case "+Inf", "-Inf" -> noData("no values found: the value is infinite");
      default -> parsed(text.asText());
    };
  }

  private static Optional<Reading> parsed(String text) {
    try {
      var value = Double.parseDouble(text);
      return Double.isFinite(value)
          ? Optional.of(new Reading.Value(value, OptionalLong.empty()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Reading> noData(String why) {
    return Optional.of(new Reading.NoData(why));
  }
}
