package io.burgee.kustomize.fieldspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathsTest {
  @Test
  void separatorsSplit() {
    assertThat(FieldPaths.split("spec/template/name", '/'))
        .containsExactly("spec", "template", "name");
  }

  @Test
  void oneAtTheStartIsNothing() {
    assertThat(FieldPaths.split("/a/b", '/')).containsExactly("a", "b");
    assertThat(FieldPaths.splitFromStart("/a", '/')).containsExactly("", "a");
  }

  @Test
  void oneAtTheEndLeavesAnEmptyPart() {
    assertThat(FieldPaths.split("a/", '/')).containsExactly("a", "");
    assertThat(FieldPaths.split("", '/')).containsExactly("");
  }

  @Test
  void oneAfterABackslashBelongsToThePart() {
    assertThat(FieldPaths.split("metadata/annotations/a.io\\/b", '/'))
        .containsExactly("metadata", "annotations", "a.io/b");
  }

  @Test
  void dotsWithinBracketsDoNotSplit() {
    assertThat(FieldPaths.splitKeepingBrackets("a.[b.c].d")).containsExactly("a", "b.c", "d");
    assertThat(FieldPaths.splitKeepingBrackets("a.[k=x.y].d")).containsExactly("a", "[k=x.y]", "d");
    assertThat(FieldPaths.splitKeepingBrackets("a.[b]")).containsExactly("a", "[b]");
  }

  @Test
  void integersMayHaveASign() {
    assertThat(FieldPaths.isInteger("12")).isTrue();
    assertThat(FieldPaths.isInteger("-1")).isTrue();
    assertThat(FieldPaths.isInteger("-")).isFalse();
    assertThat(FieldPaths.isInteger("1a")).isFalse();
    assertThat(FieldPaths.isInteger("")).isFalse();
  }
}
