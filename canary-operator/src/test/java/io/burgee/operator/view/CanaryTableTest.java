package io.burgee.operator.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.testsupport.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryTableTest {
  private static final List<io.burgee.api.Canary> ALL =
      List.of(Canaries.stalled(), Canaries.unseen(), Canaries.held(), Canaries.analysed());

  @Test
  void listsCanariesByNamespaceAndName() {
    var lines = CanaryTable.of(ALL, true, Canaries.NOW);

    Golden.assertText(String.join("\n", lines) + "\n", "golden/view/get-all.txt");
  }

  @Test
  void inOneNamespaceThereIsNoColumnForIt() {
    var lines = CanaryTable.of(List.of(Canaries.analysed()), false, Canaries.NOW);

    assertThat(lines.getFirst()).startsWith("NAME ").doesNotContain("NAMESPACE");
    assertThat(lines.get(1)).startsWith("checkout  Progressing  20%").contains("in 12s");
  }
}
