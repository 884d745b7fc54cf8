package io.burgee.helm.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.encoding.YamlCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuesFromTest {
  private static ValuesFrom.Reference whole(String text) {
    return new ValuesFrom.Reference(
        "ConfigMap shop/base", Map.of("values.yaml", text), "values.yaml", "", false, false);
  }

  private static ValuesFrom.Reference at(String path, String text) {
    return new ValuesFrom.Reference(
        "Secret shop/keys", Map.of("key", text), "key", path, false, false);
  }

  private static ValuesFrom.Reference absent(@Nullable Map<String, String> data, boolean optional) {
    return new ValuesFrom.Reference("Secret shop/keys", data, "key", "", false, optional);
  }

  private static String json(List<ValuesFrom.Reference> references, String inline) {
    return JsonCodec.write(ValuesFrom.compose(references, YamlCodec.readMap(inline)));
  }

  @Test
  void laterOnesWinAndTargetPathsWinOverAll() {
    assertThat(
            json(
                List.of(
                    whole("a: 1\nlimits: {cpu: 100m, memory: 1Gi}\n"),
                    at("limits.cpu", "400m"),
                    at("list", "{a,b,c}"),
                    at("list[2]", "d"),
                    at("annotations.example\\.com/x", "y"),
                    whole("a: 2\n")),
                "replicas: 2\nlimits: {cpu: 200m}\n"))
        .isEqualTo(
            "{\"a\":2,\"annotations\":{\"example.com/x\":\"y\"},"
                + "\"limits\":{\"cpu\":\"400m\",\"memory\":\"1Gi\"},"
                + "\"list\":[\"a\",\"b\",\"d\"],\"replicas\":2}");
  }

  @Test
  void textsInQuotesAreTextsAndLiteralOnesAreAsTheyAre() {
    assertThat(json(List.of(at("a", "\"1\""), at("b", "1"), at("c", "'true'")), ""))
        .isEqualTo("{\"a\":\"1\",\"b\":1,\"c\":\"true\"}");
    var literal =
        new ValuesFrom.Reference("Secret s", Map.of("k", "{a,\"b\"}"), "k", "x", true, false);
    assertThat(json(List.of(literal), "")).isEqualTo("{\"x\":\"{a,\\\"b\\\"}\"}");
  }

  @Test
  void whatIsOptionalNeedNotBeThere() {
    assertThat(json(List.of(absent(null, true), absent(Map.of(), true)), "a: 1"))
        .isEqualTo("{\"a\":1}");
    assertThatThrownBy(() -> json(List.of(absent(null, false)), ""))
        .isInstanceOf(ValuesException.class)
        .hasMessage("could not find values: Secret shop/keys doesn't exist");
    assertThatThrownBy(() -> json(List.of(absent(Map.of(), false)), ""))
        .hasMessage("could not find values: Secret shop/keys has no key 'key'");
  }

  @Test
  void errorsDoNotTellTheContent() {
    assertThatThrownBy(() -> json(List.of(whole("- topsecret\n")), ""))
        .isInstanceOf(ValuesException.class)
        .hasMessageContaining("ConfigMap shop/base")
        .hasMessageNotContaining("topsecret");
    assertThatThrownBy(() -> json(List.of(at("a[0", "topsecret")), ""))
        .hasMessageContaining("Secret shop/keys")
        .hasMessageNotContaining("topsecret");
  }
}
