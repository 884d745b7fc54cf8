package io.burgee.helm.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.value.GoException;
import io.burgee.helm.value.GoInteger;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlCodecTest {
  @Test
  void keysAreSortedByNumbersInThem() {
    var map = new HashMap<String, @Nullable Object>();
    for (var key : List.of("a10", "a9", "B", "10", "9", "_")) {
      map.put(key, 1L);
    }
    assertThat(YamlCodec.write(map)).isEqualTo("_: 1\n\"9\": 1\n\"10\": 1\nB: 1\na9: 1\na10: 1\n");
  }

  @ParameterizedTest
  @CsvSource({
    "1234567.0,1234567",
    "12345678.0,12345678",
    "1e20,1e+20",
    "1e21,1e+21",
    "0.1,0.1",
    "1e-7,1e-07",
    "1e-5,1e-05",
    "123456.7,123456.7",
    "1234567.8,1.2345678e+06"
  })
  void realNumbersAreThoseOfJsonReadAsYaml(double value, String text) {
    assertThat(YamlCodec.write(value)).isEqualTo(text + "\n");
  }

  @Test
  void stringsAreQuotedWhereTheyWouldBeSomethingElse() {
    var list = Arrays.<@Nullable Object>asList("", "12", "y", "a: b", "a\nb\n", null, true, "x");
    assertThat(YamlCodec.write(list))
        .isEqualTo("- \"\"\n- \"12\"\n- \"y\"\n- 'a: b'\n- |\n  a\n  b\n- null\n- true\n- x\n");
  }

  @Test
  void listsStandBelowTheirKey() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("list", List.of(1L, List.of(2L, 3L), Map.of("a", 1L)));
    map.put("empty", List.of());
    map.put("map", Map.of("none", Map.of()));
    assertThat(YamlCodec.write(map))
        .isEqualTo("empty: []\nlist:\n- 1\n- - 2\n  - 3\n- a: 1\nmap:\n  none: {}\n");
  }

  @Test
  void bytesAreBase64AndBrokenTextIsReplaced() {
    assertThat(YamlCodec.write(new byte[] {1, 2})).isEqualTo("AQI=\n");
    assertThat(YamlCodec.write("a\udc80")).isEqualTo("a\ufffd\n");
    assertThat(YamlCodec.write(Map.of("\udc81", "\ud83d\ude00")))
        .isEqualTo("\ufffd: \"\\U0001F600\"\n");
  }

  @Test
  void typedNumbersAndSlicesAreWritten() {
    assertThat(YamlCodec.write(GoInteger.of(GoType.UINT64, -1)))
        .isEqualTo("18446744073709551615\n");
    assertThat(YamlCodec.write(GoInteger.int64(-1))).isEqualTo("-1\n");
    assertThat(YamlCodec.write(GoSlice.nil(GoType.STRINGS))).isEqualTo("null\n");
    assertThat(YamlCodec.write(GoSlice.strings(List.of("a")))).isEqualTo("- a\n");
  }

  @Test
  void whatJsonCannotHoldIsAnError() {
    var self = new HashMap<String, @Nullable Object>();
    self.put("self", self);
    assertThatThrownBy(() -> YamlCodec.write(self))
        .isInstanceOf(GoException.class)
        .hasMessage("json: unsupported value: encountered a cycle via map[string]interface {}");
    assertThatThrownBy(() -> YamlCodec.write(Double.NaN))
        .hasMessage("json: unsupported value: NaN");
  }

  @Test
  void numbersAreReadAsReal() {
    assertThat(YamlCodec.read("[1, 0x1F, 12345678901234567890, 1.5, 017]"))
        .isEqualTo(List.of(1.0, 31.0, 1.2345678901234567e19, 1.5, 15.0));
  }

  @Test
  void wordsOfOldYamlAreBooleans() {
    assertThat(YamlCodec.read("y: on\noff: 1")).isEqualTo(Map.of("true", true, "false", 1.0));
  }

  @Test
  void theLastValueOfAKeyCounts() {
    assertThat(YamlCodec.read("a: 1\nb: 2\na: [x]")).isEqualTo(Map.of("a", List.of("x"), "b", 2.0));
  }

  @Test
  void onlyTheFirstDocumentIsRead() {
    assertThat(YamlCodec.read("a: 1\n---\nb: 2")).isEqualTo(Map.of("a", 1.0));
    assertThat(YamlCodec.read("")).isNull();
    assertThat(YamlCodec.readMap("# none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: c|yaml: mapping values are not allowed in this context",
        "a: *x|yaml: unknown anchor 'x' referenced",
        "a: .inf|json: unsupported value: +Inf",
        "a: !!int abc|yaml: cannot decode !!str `abc` as a !!int"
      })
  void errorsAreThoseOfHelm(String text, String message) {
    assertThatThrownBy(() -> YamlCodec.read(text))
        .isInstanceOf(GoException.class)
        .hasMessage("error converting YAML to JSON: " + message);
  }

  @Test
  void aListIsNoDict() {
    assertThatThrownBy(() -> YamlCodec.readMap("[a]"))
        .hasMessage(
            "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go"
                + " value of type map[string]interface {}");
  }

  @Test
  void aMillionListsInEachOtherAreAnErrorAndNoOverflow() {
    assertThatThrownBy(() -> YamlCodec.read("[".repeat(1_000_000))).isInstanceOf(GoException.class);
    List<@Nullable Object> nested = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      nested = new ArrayList<>(List.of(nested));
    }
    var deep = nested;
    assertThatThrownBy(() -> YamlCodec.write(deep)).isInstanceOf(GoException.class);
  }
}
