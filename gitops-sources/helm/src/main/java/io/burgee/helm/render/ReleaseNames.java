package io.burgee.helm.render;

import io.burgee.helm.chart.ChartException;
import io.burgee.helm.value.format.GoQuote;
import java.util.regex.Pattern;

/** What a release may be called. */
final class ReleaseNames {
  private static final int LONGEST = 53;
  private static final String FORM =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
  private static final Pattern VALID = Pattern.compile(FORM);

  private ReleaseNames() {}

  /**
   * @throws ChartException if Helm would refuse that name
   */
  static void check(String name) {
    if (name.isEmpty()) {
      throw wrong(name, "no name provided");
    }
    if (name.length() > LONGEST || !VALID.matcher(name).matches()) {
      throw wrong(
          name,
          "invalid release name, must match regex ^"
              + FORM
              + "$ and the length must not be longer than "
              + LONGEST);
    }
  }

  private static ChartException wrong(String name, String problem) {
    return new ChartException(
        "release name check failed: release name " + GoQuote.quote(name) + ": " + problem);
  }
}
