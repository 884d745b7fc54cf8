package io.burgee.kustomize.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.kustomize.BuildException;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "a=1",
        "a==1",
        "a = 1",
        "!x",
        "b!=1",
        "x!=1",
        "a in (1,2)",
        "a in (,1)",
        "x notin (1)",
        "a notin (2,,3)",
        "a>0",
        "a<2",
        "a=1,b=two,!c",
        "d=",
        "d in ()",
        "in",
        "notin=in",
        "example.com/e"
      })
  void holds(String selector) {
    assertThat(LabelSelector.parse(selector).matches(labels())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a=2",
        "!a",
        "a!=1",
        "a in (2)",
        "x in (1)",
        "a notin (1)",
        "a>1",
        "b>0",
        "a=1,x"
      })
  void doesNotHold(String selector) {
    assertThat(LabelSelector.parse(selector).matches(labels())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b|found 'b', expected: '=', '!=', '==', 'in', notin'",
        "a=b c|found 'c', expected: ',' or 'end of string'",
        "a,|found '', expected: identifier after ','",
        "=a|found '=', expected: !, identifier, or 'end of string'",
        "a in b|found 'b' expected: '('",
        "a in (b|found '', expected: ',' or ')'",
        "a in (=)|found '=', expected: ',', ')' or identifier",
        "a=(|found '(', expected: identifier",
        "!=a|found '!=', expected: !, identifier, or 'end of string'",
        "a>b|the value must be an integer",
        "a_=b|invalid label key \"a_\": name part must consist of",
        "/a|prefix part must be non-empty",
        "A/a|prefix part a lowercase RFC 1123 subdomain",
        "a=-b|invalid label value: \"-b\": at key: \"a\"",
      })
  void whatCannotBeReadIsRefused(String selector, String message) {
    assertThatThrownBy(() -> LabelSelector.parse(selector))
        .isInstanceOf(BuildException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nothingHasNoLabels() {
    assertThat(LabelSelector.parse("!a").matches(null)).isTrue();
    assertThat(LabelSelector.parse("a").matches(ScalarNode.nothing())).isFalse();
  }

  private static MappingNode labels() {
    var labels = new MappingNode();
    labels.put("a", ScalarNode.integer(1));
    labels.put("b", ScalarNode.string("two"));
    labels.put("d", ScalarNode.string(""));
    labels.put("in", ScalarNode.string("x"));
    labels.put("notin", ScalarNode.string("in"));
    labels.put("example.com/e", ScalarNode.string("e"));
    return labels;
  }
}
