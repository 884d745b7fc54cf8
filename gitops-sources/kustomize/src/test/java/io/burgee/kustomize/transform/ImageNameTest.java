package io.burgee.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.ImageSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"web", "web:1.2", "web:", "web@sha256:ab", "web:1@sha256:", "web:{TAG}"})
  void nameWithTagAndDigestMatches(String image) {
    assertThat(new ImageName("web").matches(image)).isTrue();
    assertThat(new ImageName("(web)").matches(image)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "we", "webb", "x/web", "web/x", "web:1:2", "web@sha512:ab", "web:1/2"})
  void anythingElseDoesNot(String image) {
    assertThat(new ImageName("web").matches(image)).isFalse();
    assertThat(new ImageName("(web)").matches(image)).isFalse();
  }

  @Test
  void dotIsAnyCharacterButALineBreak() {
    assertThat(new ImageName("a.b").matches("a-b:1")).isTrue();
    assertThat(new ImageName("a.b").matches("a\nb")).isFalse();
  }

  @Test
  void wrongPatternIsRefused() {
    assertThatThrownBy(() -> new ImageName("a(")).isInstanceOf(BuildException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a, a, '', ''",
    "a:1, a, 1, ''",
    "r:5000/a, r:5000/a, '', ''",
    "r:5000/a:1@sha256:x, r:5000/a, 1, sha256:x",
    "a@sha256:x, a, '', sha256:x",
    "/a:1, /a, 1, ''"
  })
  void referenceIsTakenApart(String text, String name, String tag, String digest) {
    assertThat(ImageReference.parse(text)).isEqualTo(new ImageReference(name, tag, digest));
    assertThat(ImageReference.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', a:1@d",
    "2, '', '', a:2",
    "'', '', e, a@e",
    "2, '', e, a:2@e",
    "'', -x, '', a:1-x",
    "2, -x, '', a:2"
  })
  void newTagOrDigestReplacesBoth(String tag, String suffix, String digest, String expected) {
    var spec = new ImageSpec("a", "", tag, suffix, digest);
    assertThat(new ImageReference("a", "1", "d").with(spec)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, v",
    "/, 0, /v",
    "pie, 0, v/pie",
    "/pie, 0, /v/pie",
    "raw, 1, raw/v",
    "/raw, 1, /raw/v",
    "a/b/c, 2, a/b/v/c",
    "a/b, 99, a/b/v",
    "/a/b, 99, /a/b/v"
  })
  void partOfAFilePath(String path, int position, String expected) {
    assertThat(FilePart.insert(path, position, "v")).isEqualTo(expected);
  }
}
