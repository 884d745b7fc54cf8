package io.burgee.helm.function;

import static io.burgee.helm.value.GoType.STRING;

import io.burgee.helm.semver.Constraint;
import io.burgee.helm.semver.Version;
import java.util.List;

/** Versions and which of them fit. */
final class SemverFunctions {
  private SemverFunctions() {}

  static void addTo(FunctionTable table) {
    table.add("semver", List.of(STRING), a -> Version.parse(a.string(0)));
    table.add(
        "semverCompare",
        List.of(STRING, STRING),
        a -> {
          var constraint = Constraint.parse(a.string(0));
          return constraint.check(Version.parse(a.string(1)));
        });
  }
}
