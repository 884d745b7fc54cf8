package io.burgee.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The four kinds of patches, and who owns what after them. */
interface PatchesContract {
  Api api();

  private String configMap() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{\"k\": \"v\", \"l\": \"w\"}"));
    return api().core("configmaps/a");
  }

  @Test
  default void aMergePatchSetsAndRemoves() {
    var patched =
        api()
            .patch(configMap(), "merge-patch+json", "{\"data\": {\"k\": null, \"m\": \"x\"}}")
            .expect(200);
    assertThat(patched.json().path("data")).isEqualTo(Api.read("{\"l\": \"w\", \"m\": \"x\"}"));
  }

  @Test
  default void aJsonPatchIsAppliedWholeOrNotAtAll() {
    var path = configMap();
    var good = "[{\"op\": \"replace\", \"path\": \"/data/k\", \"value\": \"x\"}]";
    assertThat(api().patch(path, "json-patch+json", good).expect(200).json().at("/data/k").asText())
        .isEqualTo("x");
    var bad =
        "[{\"op\": \"remove\", \"path\": \"/data/l\"},"
            + "{\"op\": \"test\", \"path\": \"/data/k\", \"value\": \"another\"}]";
    api().patch(path, "json-patch+json", bad).refused(422, "Invalid");
    assertThat(api().get(path).json().at("/data/l").asText()).isEqualTo("w");
  }

  @Test
  default void aStrategicPatchMergesListsByTheirKey() {
    api().create(api().apps("deployments"), Samples.deployment("d"));
    var patch =
        "{\"spec\": {\"template\": {\"spec\": {\"containers\":"
            + " [{\"name\": \"side\", \"image\": \"side:1\"}, {\"name\": \"main\", \"tty\": true}]}}}}";
    var patched =
        api().patch(api().apps("deployments/d"), "strategic-merge-patch+json", patch).expect(200);
    var containers = patched.json().at("/spec/template/spec/containers");
    assertThat(Api.texts(containers, "/name")).containsExactlyInAnyOrder("main", "side");
    assertThat(Api.texts(containers, "/image")).containsExactlyInAnyOrder("app:1", "side:1");
  }

  @Test
  default void aStalePatchIsAConflict() {
    var path = configMap();
    var revision = api().get(path).json().at("/metadata/resourceVersion").asText();
    api().patch(path, "merge-patch+json", "{\"data\": {\"k\": \"1\"}}").expect(200);
    var stale =
        "{\"metadata\": {\"resourceVersion\": \"" + revision + "\"}, \"data\": {\"k\": \"2\"}}";
    api().patch(path, "merge-patch+json", stale).refused(409, "Conflict");
  }

  @Test
  default void otherMediaTypesAreRefused() {
    api().patch(configMap(), "json", "{}").refused(415, "UnsupportedMediaType");
  }

  private static String applied(String data) {
    return Samples.configMap("s", data);
  }

  @Test
  default void anApplyCreatesWhatIsMissing() {
    var path = api().core("configmaps/s");
    api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(201);
    var again = api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(200).json();
    assertThat(again).isEqualTo(api().get(path).json());
    var entry = again.at("/metadata/managedFields/0");
    assertThat(entry.path("manager").asText()).isEqualTo("one");
    assertThat(entry.path("operation").asText()).isEqualTo("Apply");
    assertThat(entry.at("/fieldsV1/f:data").has("f:k")).isTrue();
  }

  @Test
  default void anApplyRemovesWhatItsManagerLeavesOut() {
    var path = api().core("configmaps/s");
    api().apply(path, "one", applied("{\"k\": \"1\", \"l\": \"1\"}")).expect(201);
    api().apply(path, "two", applied("{\"m\": \"2\"}")).expect(200);
    var result = api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(200).json();
    assertThat(result.path("data")).isEqualTo(Api.read("{\"k\": \"1\", \"m\": \"2\"}"));
  }

  @Test
  default void anotherManagersFieldIsAConflict() {
    var path = api().core("configmaps/s");
    api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(201);
    var answer = api().apply(path, "two", applied("{\"k\": \"2\"}"));
    assertThat(answer.refused(409, "Conflict"))
        .isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .data.k");
    var cause = answer.json().at("/details/causes/0");
    assertThat(cause.path("reason").asText()).isEqualTo("FieldManagerConflict");
    assertThat(cause.path("field").asText()).isEqualTo(".data.k");

    api().apply(path + "?force=true", "two", applied("{\"k\": \"2\"}")).expect(200);
    assertThat(api().get(path).json().at("/data/k").asText()).isEqualTo("2");
    api().apply(path, "one", applied("{\"k\": \"1\"}")).refused(409, "Conflict");
  }

  @Test
  default void equalValuesAreShared() {
    var path = api().core("configmaps/s");
    api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(201);
    api().apply(path, "two", applied("{\"k\": \"1\"}")).expect(200);
    var result = api().apply(path, "one", applied("{}")).expect(200).json();
    assertThat(result.at("/data/k").asText()).isEqualTo("1");
  }

  @Test
  default void anUpdateTakesOwnershipOfWhatItChanges() {
    var path = api().core("configmaps/s");
    api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(201);
    api().patch(path, "merge-patch+json", "{\"data\": {\"k\": \"2\"}}").expect(200);
    assertThat(api().apply(path, "one", applied("{\"k\": \"1\"}")).refused(409, "Conflict"))
        .contains("conflict with \"" + Api.MANAGER + "\" using v1: .data.k");
  }

  @Test
  default void anApplyNeedsAManager() {
    api()
        .patch(api().core("configmaps/s"), "apply-patch+yaml", applied("{}"))
        .refused(422, "Invalid");
  }

  @Test
  default void anApplyMayBeYaml() {
    var yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: s\ndata:\n  k: \"1\"\n";
    var created = api().apply(api().core("configmaps/s"), "one", yaml).expect(201).json();
    assertThat(created.at("/data/k").asText()).isEqualTo("1");
  }

  @Test
  default void anApplyWithARevisionIsFenced() {
    var path = api().core("configmaps/s");
    var created = api().apply(path, "one", applied("{\"k\": \"1\"}")).expect(201).json();
    api().apply(path, "one", applied("{\"k\": \"2\"}")).expect(200);
    var intent = (ObjectNode) Api.read(applied("{\"k\": \"3\"}"));
    ((ObjectNode) intent.path("metadata"))
        .set("resourceVersion", created.at("/metadata/resourceVersion"));
    api().apply(path, "one", intent.toString()).refused(409, "Conflict");
  }

  @Test
  default void defaultsBelongToNobody() {
    var path = api().apps("deployments/d");
    api().apply(path, "one", Samples.deployment("d")).expect(201);
    var fields = api().get(path).json().at("/metadata/managedFields/0/fieldsV1/f:spec");
    assertThat(fields.has("f:replicas")).isTrue();
    assertThat(fields.has("f:strategy")).isFalse();
    assertThat(api().get(path).json().at("/spec/strategy/type").asText())
        .isEqualTo("RollingUpdate");
  }
}
