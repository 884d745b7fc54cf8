package io.burgee.kustomize.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void aFileWithoutSeparatorsIsOnePiece() {
    assertThat(Documents.split("a: b")).containsExactly("a: b");
    assertThat(Documents.split("")).isEmpty();
  }

  @Test
  void eachSeparatorEndsAPieceWhichKeepsItsLineBreak() {
    assertThat(Documents.split("a\n---\nb\n--- # c\nd")).containsExactly("a\n", "b\n", "d");
  }

  @Test
  void theFirstLineIsNoSeparator() {
    assertThat(Documents.split("---\na\n")).containsExactly("---\na\n");
  }

  @Test
  void aSeparatorRightAfterAnotherBelongsToItsPiece() {
    assertThat(Documents.split("a\n---\n---\nb")).containsExactly("a\n", "---\nb");
  }

  @Test
  void aSeparatorWithoutLineEndIsNone() {
    assertThat(Documents.split("a\n---")).containsExactly("a\n---");
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(Documents.split("a\r\n---\r\nb\r\n")).containsExactly("a\n", "b\n");
  }

  @Test
  void otherTextOnASeparatorsLineIsRefused() {
    assertThatThrownBy(() -> Documents.split("a\n---b\nc"))
        .isInstanceOf(BuildException.class)
        .hasMessage("invalid document separator: ---b");
  }
}
