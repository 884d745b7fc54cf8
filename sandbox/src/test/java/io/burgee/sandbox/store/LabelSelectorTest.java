package io.burgee.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
  private static ObjectNode labelled() {
    var object = JsonNodeFactory.instance.objectNode();
    object.withObject("/metadata/labels").put("app", "web").put("n", "5");
    return object;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app",
        "!none",
        "app=web",
        "app==web",
        "app!=x",
        "none!=x",
        "app in (web)",
        "app in (x, web)",
        "app notin (x,y)",
        "none notin (x)",
        "n>4",
        "n<6",
        "app=web,n=5",
        "app in (web,x),!none"
      })
  void matches(String selector) {
    assertThat(LabelSelector.parse(selector).matches(labelled())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "!app",
        "app=x",
        "app!=web",
        "app in (x)",
        "app notin (web)",
        "none in (x)",
        "n>5",
        "app>1",
        "app=web,n=6",
        "app="
      })
  void doesNotMatch(String selector) {
    assertThat(LabelSelector.parse(selector).matches(labelled())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x", "a in x", "a b", "-a", "a=b=c"})
  void nonsenseIsRefused(String selector) {
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> LabelSelector.parse(selector))
        .matches(failure -> failure.code() == 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "a!=b", "a in (b,c)", "a notin (b,c)", "a", "!a", "a>1"})
  void theTextIsReadAsTheSame(String text) {
    assertThat(LabelSelector.parse(text).text()).isEqualTo(text);
  }

  @Test
  void expressionsAndLabelsAreCombined() {
    var selector = JsonNodeFactory.instance.objectNode();
    selector.putObject("matchLabels").put("app", "web");
    var expression = selector.putArray("matchExpressions").addObject();
    expression.put("key", "n").put("operator", "NotIn").putArray("values").add("6");
    assertThat(LabelSelector.of(selector).matches(labelled())).isTrue();
    assertThat(LabelSelector.of(selector).text()).isEqualTo("app=web,n!=6");
  }
}
