package io.burgee.testsupport;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Says at the end of a run, in one line, which classes had no control plane to run against. */
final class NotTested implements AutoCloseable {

  private final String reason;
  private final Set<String> classes = new ConcurrentSkipListSet<>();

  NotTested(String reason) {
    this.reason = reason;
  }

  void add(Class<?> type) {
    classes.add(type.getSimpleName());
  }

  String line() {
    return "NOT TESTED against a real Kubernetes API server: %s. Reason: %s"
        .formatted(String.join(", ", classes), reason);
  }

  @Override
  public void close() {
    System.err.println(line());
  }
}
