package io.burgee.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://example.com/team/app,              https://example.com/team/app,           ''
          https://example.com/team/app/,             https://example.com/team/app,           ''
          https://example.com/team/app/deploy/prod,  https://example.com/team/app,           deploy/prod
          https://example.com/team/app.git/deploy,   https://example.com/team/app.git,       deploy
          https://example.com/a/b/c//d/e,            https://example.com/a/b/c,              d/e
          https://example.com/a/b/_git/repo/d/e,     https://example.com/a/b/_git/repo,      d/e
          http://me@example.com/a/b,                 http://me@example.com/a/b,              ''
          ssh://git@example.com/a/b/c,               ssh://git@example.com/a/b,              c
          ssh://git@example.com:7999/a/b.git//c,     ssh://git@example.com:7999/a/b.git,     c
          git@example.com:team/app.git/deploy,       git@example.com:team/app.git,           deploy
          git@example.com:team/app,                  git@example.com:team/app,               ''
          git@example.com/team/app,                  git@example.com/team/app,               ''
          github.com/team/app,                       https://github.com/team/app,            ''
          GitHub.com/team/app/deploy,                https://github.com/team/app,            deploy
          github.com:team/app,                       https://github.com/team/app,            ''
          git@github.com/team/app/deploy,            git@github.com:team/app,                deploy
          ssh://git@github.com/team/app.git,         git@github.com:team/app.git,            ''
          http://github.com/team/app,                https://github.com/team/app,            ''
          git::https://example.com/team/app,         https://example.com/team/app,           ''
          GIT::HTTPS://example.com/team/app,         https://example.com/team/app,           ''
          file:///srv/repos/app,                     file:///srv/repos/app,                  ''
          file:///srv/repos/app.git/deploy,          file:///srv/repos/app.git,              deploy
          file:///srv/repos/app//deploy,             file:///srv/repos/app,                  deploy
          """)
  void aUrlIsARepositoryAndAFolderInIt(String url, String repository, String path) {
    var parsed = GitUrl.parse(url).orElseThrow();

    assertThat(parsed.repository()).isEqualTo(repository);
    assertThat(parsed.path()).isEqualTo(path);
    assertThat(parsed.raw()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "../base",
        "./a/b/c",
        "/absolute/path",
        "example.com/team/app",
        "https://example.com",
        "https://example.com/team",
        "https://example.com/team/app/../../..",
        "https://example.com/team/app//../x",
        "ftp://example.com/team/app",
        "git@",
        ""
      })
  void otherPathsAreNone(String path) {
    assertThat(GitUrl.parse(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                              '',     27000, true
          ?ref=v1,                         v1,     27000, true
          ?version=v2,                     v2,     27000, true
          ?version=v2&ref=v1,              v1,     27000, true
          ?ref=feature%2Fx,                feature/x, 27000, true
          ?timeout=61,                     '',     61000, true
          ?timeout=2m,                     '',     120000, true
          ?timeout=0,                      '',     27000, true
          ?timeout=-5s,                    '',     27000, true
          ?timeout=soon,                   '',     27000, true
          ?submodules=false,               '',     27000, false
          ?submodules=0&ref=main,          main,   27000, false
          ?submodules=maybe,               '',     27000, true
          ?ref=%zz,                        '',     27000, true
          """)
  void theQuerySaysWhichRefAndHow(String query, String ref, long millis, boolean submodules) {
    var parsed = GitUrl.parse("https://example.com/team/app" + query).orElseThrow();

    assertThat(parsed.ref()).isEqualTo(ref);
    assertThat(parsed.timeout()).isEqualTo(Duration.ofMillis(millis));
    assertThat(parsed.submodules()).isEqualTo(submodules);
  }

  @Test
  void aLongPathIsParsedInLinearTime() {
    assertThat(GitUrl.parse("https://example.com/" + "a/".repeat(100_000))).isPresent();
  }
}
