package io.burgee.core;

/** How the reasons put values. */
final class Words {
  private Words() {}

  static String of(Facts.Readiness readiness) {
    return switch (readiness) {
      case Facts.Readiness.Ready() -> "ready, but not with the intended revision";
      case Facts.Readiness.Waiting(var why) -> why;
      case Facts.Readiness.Stuck(var why) -> why;
    };
  }
}
