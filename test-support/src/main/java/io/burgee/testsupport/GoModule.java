package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The Go sources of the control plane's one binary, which travel inside this jar. */
record GoModule(Map<String, String> files) {

  private static final Pattern KUBERNETES =
      Pattern.compile("^\\s*k8s\\.io/kubernetes (v(\\d+)\\.(\\d+)\\.\\S+)", Pattern.MULTILINE);

  GoModule {
    files = Map.copyOf(files);
  }

  static GoModule bundled() {
    var files = new TreeMap<String, String>();
    for (var name : new String[] {"go.mod", "go.sum", "main.go"}) {
      files.put(name, Resources.text(name));
    }
    return new GoModule(files);
  }

  /** Changes whenever the binary would. */
  String key() {
    var digest = sha256();
    new TreeMap<>(files)
        .forEach((name, text) -> digest.update((name + "\0" + text + "\0").getBytes(UTF_8)));
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  /** Makes the binary tell its version, which clients and operators check. */
  String linkerFlags() {
    var version = KUBERNETES.matcher(files.getOrDefault("go.mod", ""));
    if (!version.find()) {
      throw new IllegalStateException("go.mod does not require k8s.io/kubernetes");
    }
    var variable = " -X k8s.io/component-base/version.";
    return "-s -w"
        + (variable + "gitVersion=" + version.group(1))
        + (variable + "gitMajor=" + version.group(2))
        + (variable + "gitMinor=" + version.group(3));
  }

  void writeTo(Path folder) {
    files.forEach(
        (name, text) -> {
          try {
            Files.writeString(folder.resolve(name), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
