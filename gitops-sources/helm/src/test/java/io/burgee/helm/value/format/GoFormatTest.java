package io.burgee.helm.value.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.limit.LimitException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFormatTest {
  @ParameterizedTest
  @CsvSource({
    "4.9E-324, 0x1p-1074, 1p-1074",
    "1, 0x1p+00, 4503599627370496p-52",
    "0, 0x0p+00, 0p-1074",
    "-0.1, -0x1.999999999999ap-04, -7205759403792794p-56"
  })
  void reals_are_written_by_their_bits(double value, String hex, String binary) {
    assertThat(GoFormat.sprintf("%x", List.of(value))).isEqualTo(hex);
    assertThat(GoFormat.sprintf("%b", List.of(value))).isEqualTo(binary);
  }

  @Test
  void a_list_that_contains_itself_is_refused() throws InterruptedException {
    var list = new ArrayList<@Nullable Object>();
    list.add(list);
    var thrown = new AtomicReference<@Nullable Throwable>();
    // Renders have a large stack too.
    var printing = new Thread(null, () -> GoFormat.text(list), "printing", 16 << 20);
    printing.setUncaughtExceptionHandler((thread, problem) -> thrown.set(problem));
    printing.start();
    printing.join();
    assertThat(thrown.get()).isInstanceOf(LimitException.class);
  }

  @Test
  void a_width_of_many_digits_is_refused() {
    assertThatThrownBy(() -> GoFormat.sprintf("%99999999999d", List.of(1L)))
        .isInstanceOf(LimitException.class);
  }
}
