package io.burgee.core.model;

/** An invariant that does not hold, and why. */
record Breach(Invariant invariant, String why) {

  /** As in the design. */
  enum Invariant {
    I1("a route write raises only a side that runs the intended revision and is ready"),
    I2("a side keeps its replicas while the route sends it anything, and for the drain delay"),
    I3("the primary's template is written at initialisation, at promotion or to restore it"),
    I4("a promotion needs every check passing in the latest interval, or a skip or a verb"),
    I5("no run starts unless a user changed something or asked for it"),
    I6("a failed promotion ends with the promoted revision, and another can be shipped"),
    I7("every wait has an end or is the user's choice, and every end is told"),
    I8("every destination of every route exists after every write"),
    LIVENESS("when inputs stop changing, the run ends");

    private final String text;

    Invariant(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
