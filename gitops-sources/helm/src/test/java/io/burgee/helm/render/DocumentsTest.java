package io.burgee.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void threeDashesAtTheStartOfALineSeparate() {
    assertThat(Documents.split("a: 1\n---\nb: 2\n")).containsExactly("a: 1", "b: 2\n");
    assertThat(Documents.split("---\na: 1")).containsExactly("a: 1");
    assertThat(Documents.split("a: ---\n")).containsExactly("a: ---\n");
  }

  @Test
  void whatFollowsTheDashesBelongsToTheNextDocument() {
    assertThat(Documents.split("a: 1\n---b: 2")).containsExactly("a: 1", "b: 2");
  }

  @Test
  void whiteSpaceAroundTheDashesGoes() {
    assertThat(Documents.split("\n \na: 1 \n\n \n--- \n\n b: 2\n\n"))
        .containsExactly("a: 1", "b: 2\n\n");
  }

  @Test
  void dashesAfterASeparatorsLineBreakAreNone() {
    assertThat(Documents.split("# c\n---\n\n--- \nb: 2")).containsExactly("# c", "--- \nb: 2");
  }

  @Test
  void blankDocumentsAreLeftOut() {
    assertThat(Documents.split("")).isEmpty();
    assertThat(Documents.split(" \n\t")).isEmpty();
    assertThat(Documents.split("---\n")).isEmpty();
    assertThat(Documents.split("a: 1\n---")).containsExactly("a: 1");
  }

  @Test
  void manyLineBreaksTakeNoTime() {
    assertThat(Documents.split("a" + "\n".repeat(3_000_000) + "b")).hasSize(1);
    assertThat(Documents.split("a" + "\n---\n".repeat(500_000) + "b")).hasSize(250_000 + 1);
  }
}
