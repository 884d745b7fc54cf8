package io.burgee.helm.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.limit.LimitException;
import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlCodecTest {
  @Test
  void whatIsWrittenCanBeRead() {
    var value =
        Map.<String, @Nullable Object>of(
            "a", "x\"\n", "t", Map.of("u", Map.of("v", true)), "l", List.of("p", "q"));
    assertThat(TomlCodec.read(TomlCodec.write(value, null), null)).isEqualTo(value);
  }

  @Test
  void tablesInAListAreAnArrayOfTables() {
    var read = TomlCodec.read("[[a]]\nb = 1\n[[a]]\nb = 2\n", null);
    assertThat(read.get("a"))
        .isInstanceOf(GoSlice.class)
        .isEqualTo(List.of(Map.of("b", GoInteger.int64(1)), Map.of("b", GoInteger.int64(2))));
  }

  @Test
  void aDictInItselfMeetsALimit() {
    var self = new HashMap<String, @Nullable Object>();
    self.put("self", self);
    assertThatThrownBy(() -> TomlCodec.write(self, null)).isInstanceOf(LimitException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = [", "a = {b = ", "a.", "[a.", "a = [{b = "})
  void aHundredThousandInEachOtherAreAnError(String opening) {
    var text = opening + opening.substring(opening.length() / 2).repeat(100_000);
    assertThatThrownBy(() -> TomlCodec.read(text, null)).isInstanceOf(GoException.class);
    var nested = "a = " + "[".repeat(100_000);
    assertThatThrownBy(() -> TomlCodec.read(nested, null)).isInstanceOf(GoException.class);
  }
}
