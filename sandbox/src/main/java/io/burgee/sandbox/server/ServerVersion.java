package io.burgee.sandbox.server;

/** The Kubernetes version whose behaviour is shown. */
final class ServerVersion {
  private static final String MAJOR = "1";
  private static final String MINOR = "33";
  static final String TEXT = "v" + MAJOR + "." + MINOR + ".0+burgee";

  private ServerVersion() {}

  static Reply reply() {
    return Reply.ok(
        Json.object()
            .put("major", MAJOR)
            .put("minor", MINOR)
            .put("gitVersion", TEXT)
            .put("gitCommit", "")
            .put("gitTreeState", "clean")
            .put("buildDate", "1970-01-01T00:00:00Z")
            .put("goVersion", "")
            .put("compiler", "")
            .put("platform", System.getProperty("os.name", "")));
  }
}
