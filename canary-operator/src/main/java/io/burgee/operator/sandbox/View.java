package io.burgee.operator.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shows the sandbox to whoever started it. */
interface View extends AutoCloseable {
  /** Called some times per second; shows what is worth it. */
  void show(Moment moment);

  /** Says something once, between two moments. */
  void say(List<String> lines);

  /** Leaves the terminal as it was. */
  @Override
  void close();

  /** Minutes, seconds and tenths. */
  static String clock(Duration elapsed) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d.%d",
        elapsed.toMinutes(),
        elapsed.toSecondsPart(),
        elapsed.toMillisPart() / 100);
  }

  static String percent(OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", value.getAsDouble());
  }

  static String millis(Optional<Duration> latency) {
    return latency.map(one -> one.toMillis() + " ms").orElse("-");
  }
}
