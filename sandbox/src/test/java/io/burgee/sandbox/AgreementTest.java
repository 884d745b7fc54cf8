package io.burgee.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Steps that were played against a kube-apiserver 1.37, with its answers: ours must be the same. A
 * case's name is its rule. Left out of the answers is what no two servers have in common: uids,
 * times, revisions, allotted addresses.
 */
class AgreementTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Comparator<JsonNode> BY_TEXT =
      Comparator.comparing((JsonNode cause) -> cause.path("field").asText())
          .thenComparing(cause -> cause.path("message").asText());

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfKubernetes() {
    return Stream.of("apply", "custom", "strategic", "json", "rule", "defaults")
        .flatMap(file -> read(file).propertyStream())
        .map(
            each ->
                DynamicTest.dynamicTest(each.getKey(), () -> play(each.getKey(), each.getValue())));
  }

  private static void play(String rule, JsonNode steps) {
    var server = new PureServer(read("widgets"));
    for (int i = 0; i < steps.size(); i++) {
      var expected = steps.get(i).path("expect").deepCopy();
      var answer = server.play(steps.get(i));
      Stream.of(expected, answer).forEach(AgreementTest::forgetWhatOnlyOneServerKnows);
      assertThat(Differences.between(answer, expected)).as("%s, step %d", rule, i + 1).isEmpty();
    }
  }

  private static void forgetWhatOnlyOneServerKnows(JsonNode answer) {
    if (answer.path("causes").size() > 1 && answer.path("code").asInt() == 422) {
      forgetOrder((ObjectNode) answer);
    }
    if (!(answer.get("object") instanceof ObjectNode object)) {
      return;
    }
    var kind = object.path("kind").asText();
    if (kind.equals("Service")) {
      object
          .withObject("/spec")
          .remove(List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"));
      PureServer.each(object.path("spec").path("ports"), port -> port.remove("nodePort"));
    }
    if (kind.matches("Service|HorizontalPodAutoscaler|.*Set")) {
      object.remove("status");
    }
    if (kind.equals("DaemonSet")) {
      object.withObject("/metadata").remove(List.of("annotations", "managedFields"));
    }
  }

  /** Kubernetes reports several problems of a schema in no particular order. */
  private static void forgetOrder(ObjectNode answer) {
    var causes = answer.path("causes").valueStream().sorted(BY_TEXT).toList();
    answer.putArray("causes").addAll(causes);
    answer.put("message", answer.path("message").asText().replaceFirst("is invalid: .*", ""));
  }

  private static JsonNode read(String file) {
    try (var in = AgreementTest.class.getResourceAsStream("agreement/" + file + ".json")) {
      assertThat(in).as(file).isNotNull();
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
