package io.burgee.kustomize.vars;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.Style;
import io.burgee.yaml.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  private static final Map<String, VarValue> VALUES = values();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $(A)              | a
          x$(A)y            | xay
          $(A)$(A)          | aa
          $(A)-$(B)         | a-$(A)
          $(NO)             | $(NO)
          $(NO)$(A)         | $(NO)a
          $$(A)             | $(A)
          $$$(A)            | $a
          $$$$(A)           | $$(A)
          $$                | $
          $                 | $
          a$                | a$
          $A                | $A
          ${A}              | ${A}
          $(A               | $(A
          $(A$(A)           | $(A$(A)
          $($(A))           | $($(A))
          $()               | $()
          $(E)x             | x
          (A)               | (A)
          $$$               | $$
          $\u00e9           | JMODqQ==
          \u00e9$(A)        | \u00e9a
          \u00e9$(U)        | \u00e9\u00fc
          $(U)!             | \u00fc!
          $(NO\u00e9)x      | $(NO\u00e9)x
          $$\u00e9          | $\u00e9
          """)
  void referencesAreReplacedAndDollarsDoubled(String text, String expanded) {
    assertThat(new Expansion(VALUES, grown -> {}).of(text).text()).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "$(INT), 5, INT",
    "x$(INT), x5, STRING",
    "$(REAL), 1234567.5, FLOAT",
    "x$(REAL), x1.2345675e+06, STRING",
    "$(TRUE), true, BOOL",
    "$(A), a, STRING",
  })
  void aTextOfNothingElseTakesTheType(String text, String expanded, Tag tag) {
    assertThat(new Expansion(VALUES, grown -> {}).of(text))
        .isEqualTo(new Expansion.Typed(expanded, tag));
  }

  @Test
  void whatNothingRefersToIsKnown() {
    var expansion = new Expansion(VALUES, grown -> {});
    expansion.of("$(A)");
    expansion.of("x$(INT)$(NO)");
    assertThat(expansion.unused()).containsExactly("B", "E", "REAL", "TRUE", "U");
  }

  @Test
  void whatValuesAddIsCountedBeforeItIsThere() {
    var counted = new AtomicInteger();
    new Expansion(VALUES, counted::addAndGet).of("$(REAL)$(A) $(NO)$(U)");
    assertThat(counted).hasValue("1.2345675e+06".length() + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "1.50,1.5,1.5",
    "100000.0,100000,100000",
    "1e6,1000000,1e+06",
    "0.0001,0.0001,0.0001",
    "0.00001,0.00001,1e-05",
    "-2.5e-7,-0.00000025,-2.5e-07",
    "1e20,100000000000000000000,1e+20",
    "-0.0,-0,-0",
    "0.0,0,0",
  })
  void numbersAreWrittenAsGoWritesThem(String source, String whole, String within) {
    var value = VarValue.of(new ScalarNode(source, Tag.FLOAT, Style.PLAIN));
    assertThat(value).isEqualTo(new VarValue(whole, Tag.FLOAT, within));
  }

  @ParameterizedTest
  @CsvSource({"0x10,INT", "1_000,INT", "99999999999999999999,INT", ".inf,FLOAT", ".nan,FLOAT"})
  void numbersThatGoCannotReadAreNone(String source, Tag tag) {
    assertThat(VarValue.of(new ScalarNode(source, tag, Style.PLAIN))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"010,10", "+5,5", "-3,-3"})
  void integersAreDecimal(String source, String text) {
    assertThat(VarValue.of(new ScalarNode(source, Tag.INT, Style.PLAIN)))
        .isEqualTo(new VarValue(text, Tag.INT, text));
  }

  private static Map<String, VarValue> values() {
    var values = new HashMap<String, VarValue>();
    values.put("A", new VarValue("a", Tag.STRING, "a"));
    values.put("B", new VarValue("$(A)", Tag.STRING, "$(A)"));
    values.put("E", new VarValue("", Tag.STRING, ""));
    values.put("U", new VarValue("\u00fc", Tag.STRING, "\u00fc"));
    values.put("INT", new VarValue("5", Tag.INT, "5"));
    values.put("REAL", new VarValue("1234567.5", Tag.FLOAT, "1.2345675e+06"));
    values.put("TRUE", new VarValue("true", Tag.BOOL, "true"));
    return values;
  }
}
