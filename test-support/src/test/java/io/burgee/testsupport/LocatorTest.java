package io.burgee.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocatorTest {

  private static final GoModule MODULE = new GoModule(Map.of("main.go", "package main"));
  private static final Optional<GoToolchain> GO = Optional.of(new GoToolchain(Path.of("go")));

  private final Path home;

  LocatorTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void aNamedClusterComesFirst() throws IOException {
    var kubeconfig = Files.createFile(home.resolve("kubeconfig"));
    cacheBinaryIn(home.resolve(".cache/burgee"));

    assertThat(locate(Map.of(Locator.KUBECONFIG, kubeconfig.toString()), GO))
        .isEqualTo(new Availability.Existing(kubeconfig));
  }

  @Test
  void aNamedClusterThatIsNotThereIsNeverReplacedByAnother() throws IOException {
    cacheBinaryIn(home.resolve(".cache/burgee"));

    assertThat(locate(Map.of(Locator.KUBECONFIG, home.resolve("none").toString()), GO))
        .isInstanceOf(Availability.Unavailable.class);
  }

  @Test
  void aCachedBinaryNeedsNoGo() throws IOException {
    var binary = cacheBinaryIn(home.resolve(".cache/burgee"));

    assertThat(locate(Map.of(), Optional.empty())).isEqualTo(new Availability.Cached(binary));
  }

  @Test
  void burgeesCacheVariableWinsOverTheDesktops() throws IOException {
    var binary = cacheBinaryIn(home.resolve("ours"));
    var env =
        Map.of(
            "BURGEE_CACHE", home.resolve("ours").toString(),
            "XDG_CACHE_HOME", home.resolve("theirs").toString());

    assertThat(locate(env, Optional.empty())).isEqualTo(new Availability.Cached(binary));
  }

  @Test
  void theDesktopsCacheIsSharedWithOtherPrograms() throws IOException {
    var binary = cacheBinaryIn(home.resolve("theirs/burgee"));
    var env = Map.of("XDG_CACHE_HOME", home.resolve("theirs").toString());

    assertThat(locate(env, Optional.empty())).isEqualTo(new Availability.Cached(binary));
  }

  @Test
  void whatIsNotCachedIsBuiltIntoTheCache() {
    assertThat(locate(Map.of(), GO))
        .isEqualTo(
            new Availability.Buildable(Path.of("go"), binaryIn(home.resolve(".cache/burgee"))));
  }

  @Test
  void buildingCanBeForbidden() {
    assertThat(locate(Map.of(Locator.BUILD, "never"), GO))
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            missing -> assertThat(missing.reason()).contains("BURGEE_E2E_BUILD is never"));
  }

  @Test
  void withoutGoTheReasonSaysWhatToInstall() {
    assertThat(locate(Map.of(), Optional.empty()))
        .isInstanceOfSatisfying(
            Availability.Unavailable.class,
            missing -> assertThat(missing.reason()).contains("install Go"));
  }

  private Availability locate(Map<String, String> env, Optional<GoToolchain> go) {
    return new Locator(env, home, () -> go).locate(MODULE);
  }

  private static Path cacheBinaryIn(Path cache) throws IOException {
    var binary = binaryIn(cache);
    Files.createDirectories(binary.getParent());
    Files.createFile(binary);
    assertThat(binary.toFile().setExecutable(true)).isTrue();
    return binary;
  }

  private static Path binaryIn(Path cache) {
    return cache.resolve("control-plane").resolve(MODULE.key()).resolve("kcp");
  }
}
