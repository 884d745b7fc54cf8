package io.burgee.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What users see of the reference's runs, compared with what they saw before. */
class TracesTest {
  private static final Path PAGE = Path.of("..", "docs", "traces.md");

  @Test
  void everyLineIsTheReferencesOrHasAReasonNotToBe() throws IOException {
    var page = TracesPage.of(Traces.all());
    assertThat(page.open()).isEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page.text());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.text());
  }
}
