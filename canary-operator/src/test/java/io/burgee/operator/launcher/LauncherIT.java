package io.burgee.operator.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  private Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void checkout(@TempDir Path temporary) throws IOException {
    folder = temporary;
    checkout = new FakeCheckout(folder);
  }

  @Test
  void javaHomeWinsIfItIsNewEnough() throws Exception {
    checkout.jdk("other", "25");
    var chosen = checkout.jdk("chosen", "26.0.1");

    assertThat(checkout.run(Map.of("JAVA_HOME", chosen.toString())).out())
        .startsWith("chosen runs:");
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    checkout.jdk("good", "25.0.3");
    var old = checkout.jdk("old", "17.0.15");

    assertThat(checkout.run(Map.of("JAVA_HOME", old.toString())).out()).startsWith("good runs:");
  }

  @Test
  void theJdkOnThePathComesBeforeTheFolders() throws Exception {
    checkout.jdk("other", "25");
    var onPath = checkout.jdk("on-path", "26-ea");
    var link = Files.createDirectories(folder.resolve("links")).resolve("java");
    Files.createSymbolicLink(link, onPath.resolve("bin/java"));

    assertThat(checkout.run(Map.of("PATH", link.getParent() + ":/usr/bin:/bin")).out())
        .startsWith("on-path runs:");
  }

  @Test
  void ofSeveralInTheFoldersTheLowestThatWillDoIsTaken() throws Exception {
    checkout.jdk("a-17", "17.0.15");
    checkout.jdk("b-27", "27");
    checkout.jdk("c-25", "25.0.3");
    checkout.jdk("d-1.8", "1.8.0_400");

    assertThat(checkout.run().out()).startsWith("c-25 runs:");
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
    Files.delete(checkout.jdk("runtime-only", "25").resolve("bin/javac"));

    assertThat(checkout.run().code()).isEqualTo(1);
  }

  @Test
  void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
    checkout.jdk("old", "21.0.2");

    var outcome = checkout.run();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.errors().lines())
        .singleElement()
        .asString()
        .contains("JDK 25", "only version 21", "install");
  }

  @Test
  void theFirstRunBuildsAndTheNextOnesDoNot() throws Exception {
    checkout.jdk("jdk", "25");

    assertThat(checkout.run("get", "a b").errors()).contains("building (first run)", "built in");
    var second = checkout.run("get", "a b");

    assertThat(second.errors()).isEmpty();
    assertThat(second.out()).contains("-XX:AOTCache=").endsWith("burgee.jar get a b\n");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aSourceFileThatIsEditedAddedOrDeletedMeansANewBuild() throws Exception {
    checkout.jdk("jdk", "25");
    checkout.run();

    checkout.write("module/src/main/Source.java", "class Source { }");
    assertThat(checkout.run().errors()).contains("building (sources changed)");
    checkout.write("module/src/main/Added.java", "class Added {}");
    checkout.run();
    Files.delete(checkout.root.resolve("module/src/main/Source.java"));
    checkout.run();

    assertThat(checkout.builds()).isEqualTo(4);
  }

  @Test
  void goingBackToSourcesThatWereBuiltNeedsNoBuild() throws Exception {
    checkout.jdk("jdk", "25");
    checkout.run();
    checkout.write("module/src/main/Source.java", "class Source { }");
    checkout.run();
    checkout.write("module/src/main/Source.java", "class Source {}");
    checkout.run();

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void filesOutsideTheProgramMeanNothing() throws Exception {
    checkout.jdk("jdk", "25");
    checkout.run();
    checkout.write("module/src/test/SourceTest.java", "class SourceTest {}");
    checkout.write("docs/page.md", "words");
    checkout.run();

    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aBuildThatFailsShowsTheEndOfItsLogAndWhereItIs() throws Exception {
    checkout.jdk("jdk", "25");
    checkout.maven("echo 'Source.java: something is wrong' >&2; exit 1\n");

    var outcome = checkout.run();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.errors())
        .contains("Source.java: something is wrong", checkout.root + "/.burgee/build/log");
    assertThat(checkout.root.resolve(".burgee/lock")).doesNotExist();
  }

  @Test
  void sourcesThatChangeDuringTheBuildAreBuiltAgain() throws Exception {
    checkout.jdk("jdk", "25");
    checkout.maven(
        """
        echo built >> builds
        echo 'class Source { int changed; }' > module/src/main/Source.java
        mkdir -p .burgee/build/burgee-canary-operator/dist
        echo jar > .burgee/build/burgee-canary-operator/dist/burgee.jar
        """);

    assertThat(checkout.run().code()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void firstRunsSideBySideBuildOnce() throws Exception {
    checkout.jdk("jdk", "25");
    var running = new ArrayList<FakeCheckout.Running>();
    for (int i = 0; i < 4; i++) {
      running.add(checkout.start(Map.of(), checkout.root.resolve("burgee")));
    }

    for (var each : running) {
      assertThat(each.outcome().out()).startsWith("jdk runs:");
    }
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aCacheThatCannotBeMadeIsDoneWithout() throws Exception {
    var jdk = checkout.jdk("jdk", "25");
    Files.writeString(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        case "$*" in *AOTCacheOutput*) exit 1 ;; esac
        echo "runs: $*"
        """);

    checkout.run();
    var second = checkout.run();

    assertThat(second.out()).startsWith("runs:").doesNotContain("AOTCache");
    assertThat(second.errors()).isEmpty();
  }

  @Test
  void anotherJdkGetsACacheOfItsOwnButNoNewBuild() throws Exception {
    var first = checkout.jdk("first", "25.0.1");
    var second = checkout.jdk("second", "25.0.2");
    var one = checkout.run(Map.of("JAVA_HOME", first.toString())).out();
    var two = checkout.run(Map.of("JAVA_HOME", second.toString())).out();

    assertThat(cacheOf(one)).isNotEqualTo(cacheOf(two));
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void itRunsFromAnyFolderAndThroughLinks() throws Exception {
    checkout.jdk("jdk", "25");
    var near = Files.createSymbolicLink(folder.resolve("near"), checkout.root.resolve("burgee"));
    var far = Files.createSymbolicLink(folder.resolve("far"), Path.of("near"));

    assertThat(near).isSymbolicLink();
    assertThat(checkout.start(Map.of(), far, "x").outcome().out())
        .endsWith("a checkout/.burgee/programs/" + program() + "/burgee.jar x\n");
  }

  private String program() throws IOException {
    try (var programs = Files.list(checkout.root.resolve(".burgee/programs"))) {
      return programs.findFirst().orElseThrow().getFileName().toString();
    }
  }

  private static String cacheOf(String out) {
    return out.replaceFirst("(?s).*-XX:AOTCache=(.*\\.aot).*", "$1");
  }
}
