package io.burgee.kustomize.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.BuildLimits;
import io.burgee.kustomize.FileTree;
import io.burgee.kustomize.GitUrl;
import io.burgee.kustomize.LoadRestrictions;
import io.burgee.kustomize.MemoryTree;
import io.burgee.kustomize.RemoteFetcher;
import io.burgee.kustomize.limit.Budget;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderTest {
  private static final MemoryTree TREE =
      MemoryTree.builder()
          .file("app/kustomization.yaml", "resources: []")
          .file("app/a.yaml", "a")
          .file("app/sub/b.yaml", "b")
          .file("beside/c.yaml", "c")
          .link("app/inside", "sub/../sub/b.yaml")
          .link("app/outside", "../beside/c.yaml")
          .link("app/away", "../../c.yaml")
          .link("app/absolute", "/etc/passwd")
          .link("app/folder", "../beside")
          .link("app/loop", "loop")
          .link("app/through", "../app/folder/c.yaml")
          .file("app/bad.yaml", new byte[] {(byte) 0xff, 'x'})
          .build();

  @Test
  void filesAreSeenFromTheFolder() {
    assertThat(rootOnly("app").text("a.yaml")).isEqualTo("a");
    assertThat(rootOnly("app").text("./sub/../sub//b.yaml")).isEqualTo("b");
    assertThat(rootOnly("app").text("inside")).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../beside/c.yaml", "outside", "folder/c.yaml", "through"})
  void onlyTheFolderAndWhatIsBelowMayBeReadIfRestricted(String path) {
    assertThatThrownBy(() -> rootOnly("app").bytes(path))
        .hasMessageContaining("is not in or below '/app'");
    assertThat(loader("app", LoadRestrictions.NONE, null).text(path)).isEqualTo("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../c.yaml", "../../../../etc/passwd", "away", "/etc/passwd", "absolute"})
  void nothingOutsideTheTreeIsEverRead(String path) {
    for (var restrictions : LoadRestrictions.values()) {
      assertThatThrownBy(() -> loader("app", restrictions, null).bytes(path))
          .isInstanceOf(BuildException.class)
          .hasMessageContaining("security; ");
    }
  }

  @Test
  void aLinkThatLeavesTheTreeIsNamed() {
    assertThatThrownBy(() -> rootOnly("app").bytes("absolute"))
        .hasMessageContaining("the link '/app/absolute' leads out of the tree, to '/etc/passwd'");
  }

  @Test
  void linksInCirclesEnd() {
    assertThatThrownBy(() -> rootOnly("app").bytes("loop")).hasMessageContaining("too many links");
  }

  @Test
  void textMustBeUtf8() {
    assertThatThrownBy(() -> rootOnly("app").text("bad.yaml")).hasMessageContaining("UTF-8");
    assertThat(rootOnly("app").bytes("bad.yaml")).hasSize(2);
  }

  @Test
  void aBaseMayBeAnywhereInTheTreeButNotAroundTheFolder() {
    assertThat(rootOnly("app").base("../beside").folder()).isEqualTo("/beside");
    assertThat(rootOnly("app").base("folder").folder()).isEqualTo("/beside");
    for (var around : new String[] {".", "..", "../app", "sub/.."}) {
      assertThatThrownBy(() -> rootOnly("app").base(around)).hasMessageContaining("cycle detected");
    }
    assertThatThrownBy(() -> rootOnly("app").base("sub").base("..").base("sub"))
        .hasMessageContaining("cycle detected: candidate root '/app' contains visited root");
    assertThatThrownBy(() -> rootOnly("app").base("../../x"))
        .hasMessageContaining("leads out of the tree");
  }

  @Test
  void basesMayNotStandOnEachOtherWithoutEnd() {
    var tree = MemoryTree.builder();
    for (int i = 0; i <= BuildLimits.DEFAULT.depth() + 1; i++) {
      tree.folder("b" + i);
    }
    var built = tree.build();
    assertThatThrownBy(
            () -> {
              var loader = Loader.root(built, "b0", LoadRestrictions.NONE, sources(null));
              for (int i = 1; i <= BuildLimits.DEFAULT.depth() + 1; i++) {
                loader = loader.base("../b" + i);
              }
            })
        .hasMessageContaining("bases stand one on the other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/team/app",
        "git@example.com:team/app.git",
        "github.com/team/app",
        "file:///srv/app"
      })
  void repositoriesAreRefusedWithoutAFetcher(String url) {
    assertThatThrownBy(() -> rootOnly("app").base(url))
        .hasMessage("remote bases are not allowed: '" + url + "'");
  }

  @Test
  void urlsOfFilesAreRefusedWithoutAFetcher() {
    assertThatThrownBy(() -> rootOnly("app").bytes("HTTPS://example.com/a.yaml"))
        .hasMessage("remote resources are not allowed: 'HTTPS://example.com/a.yaml'");
  }

  @Test
  void aRepositoryIsATreeOfItsOwnThatIsNeverLeft() {
    var remote = new Remote();
    var base =
        loader("app", LoadRestrictions.NONE, remote).base("github.com/team/app/deploy?ref=v1");

    assertThat(remote.asked.ref()).isEqualTo("v1");
    assertThat(base.folder()).isEqualTo("/deploy");
    assertThat(base.text("x.yaml")).isEqualTo("x");
    assertThatThrownBy(() -> base.bytes("../top.yaml")).hasMessageContaining("is not in or below");
    assertThatThrownBy(() -> base.base("../..")).hasMessageContaining("leads out of the tree");
    assertThatThrownBy(() -> base.base("github.com/team/app/deploy"))
        .hasMessageContaining("cycle detected: URI");
  }

  @Test
  void aUrlIsAFileFirstAndARepositoryIfThereIsNone() {
    var loader = loader("app", LoadRestrictions.ROOT_ONLY, new Remote());

    assertThat(loader.text("https://example.com/there.yaml")).isEqualTo("remote");
    assertThatThrownBy(() -> loader.bytes("https://example.com/team/app"))
        .isNotInstanceOf(RemoteRefused.class)
        .hasMessage("URL is a git repository");
    assertThatThrownBy(() -> loader.bytes("https://example.com/gone.yaml"))
        .isInstanceOf(RemoteRefused.class);
  }

  @Test
  void oneKustomizationFileIsFound() {
    var found = rootOnly("app").kustomization();

    assertThat(found.name()).isEqualTo("kustomization.yaml");
    assertThat(found.text()).isEqualTo("resources: []");
    assertThatThrownBy(() -> rootOnly("beside").kustomization())
        .hasMessageContaining("in directory '/beside'");
  }

  private static final class Remote implements RemoteFetcher {
    private GitUrl asked = GitUrl.parse("github.com/a/b").orElseThrow();

    @Override
    public FileTree repository(GitUrl url) {
      asked = url;
      return MemoryTree.of(Map.of("deploy/x.yaml", "x", "top.yaml", "top"));
    }

    @Override
    public Optional<byte[]> file(String url) {
      return url.endsWith("there.yaml")
          ? Optional.of("remote".getBytes(StandardCharsets.UTF_8))
          : Optional.empty();
    }
  }

  private static Loader rootOnly(String folder) {
    return loader(folder, LoadRestrictions.ROOT_ONLY, null);
  }

  private static Loader loader(
      String folder, LoadRestrictions restrictions, @Nullable RemoteFetcher remote) {
    return Loader.root(TREE, folder, restrictions, sources(remote));
  }

  private static Loader.Sources sources(@Nullable RemoteFetcher remote) {
    return new Loader.Sources(
        remote, new Budget(BuildLimits.DEFAULT, () -> false, System::nanoTime));
  }
}
