package io.burgee.operator.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What is running: the project's version, the commit if the launcher knew it, and the JVM. */
final class Version implements IVersionProvider {
  /** Set by the launcher to what {@code git describe} said when it built the program. */
  static final String COMMIT = "burgee.commit";

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  /** The project's version alone. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  static String text() {
    var commit = System.getProperty(COMMIT, "");
    return "burgee "
        + number()
        + (commit.isEmpty() ? "" : " (" + commit + ")")
        + ", "
        + System.getProperty("java.vm.name")
        + " "
        + Runtime.version();
  }
}
