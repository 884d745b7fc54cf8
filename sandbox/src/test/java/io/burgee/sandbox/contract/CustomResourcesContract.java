package io.burgee.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Custom resources by their definition's schema; status and scale of these and of others. */
interface CustomResourcesContract {
  Api api();

  private ObjectNode widget() {
    return api().create(api().widgets("widgets"), Widgets.named("w", "{\"size\": 3}"));
  }

  @Test
  default void aDefinitionIsServed() {
    var path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets." + Widgets.GROUP;
    var definition = api().get(path).expect(200).json();
    assertThat(Api.texts(definition.at("/status/conditions"), "/type"))
        .containsExactlyInAnyOrder("NamesAccepted", "Established");
    assertThat(definition.at("/spec/names/singular").asText()).isEqualTo("widget");
    assertThat(definition.at("/status/acceptedNames/listKind").asText()).isEqualTo("WidgetList");
    var resources = api().get("/apis/" + Widgets.GROUP + "/v1").expect(200).json();
    assertThat(Api.texts(resources.path("resources"), "/name"))
        .containsExactlyInAnyOrder("widgets", "widgets/status", "widgets/scale");
  }

  @Test
  default void defaultsAreFilled() {
    assertThat(widget().path("spec"))
        .isEqualTo(Api.read("{\"colour\": \"red\", \"replicas\": 1, \"size\": 3}"));
  }

  @Test
  default void unknownFieldsArePruned() {
    var spec = "{\"size\": 3, \"unknown\": 1, \"free\": {\"kept\": 1}}";
    var created = api().create(api().widgets("widgets"), Widgets.named("w", spec));
    assertThat(created.path("spec").has("unknown")).isFalse();
    assertThat(created.at("/spec/free/kept").asInt()).isEqualTo(1);
  }

  @Test
  default void unknownFieldsAreRefusedWhenAsked() {
    var spec = "{\"size\": 3, \"unknown\": 1}";
    var message =
        api()
            .post(api().widgets("widgets?fieldValidation=Strict"), Widgets.named("w", spec))
            .refused(400, "BadRequest");
    assertThat(message).contains("strict decoding error: unknown field \"spec.unknown\"");
  }

  @Test
  default void everyProblemIsACause() {
    var answer =
        api()
            .post(api().widgets("widgets"), Widgets.named("w", "{\"size\": 0, \"colour\": \"x\"}"));
    answer.refused(422, "Invalid");
    assertThat(Api.texts(answer.json().at("/details/causes"), "/field"))
        .containsExactlyInAnyOrder("spec.size", "spec.colour");
    assertThat(Api.texts(answer.json().at("/details/causes"), "/reason"))
        .containsExactlyInAnyOrder("FieldValueInvalid", "FieldValueNotSupported");
    var missing = api().post(api().widgets("widgets"), Widgets.named("w", "{}"));
    missing.refused(422, "Invalid");
    assertThat(missing.json().at("/details/causes/0/reason").asText())
        .isEqualTo("FieldValueRequired");
  }

  @Test
  default void statusAndTheRestAreWrittenApart() {
    widget();
    var both = "{\"spec\": {\"size\": 5}, \"status\": {\"seen\": true}}";
    var main = api().patch(api().widgets("widgets/w"), "merge-patch+json", both).expect(200).json();
    assertThat(main.at("/spec/size").asInt()).isEqualTo(5);
    assertThat(main.has("status")).isFalse();
    var other = "{\"spec\": {\"size\": 7}, \"status\": {\"seen\": true}}";
    var status =
        api()
            .patch(api().widgets("widgets/w/status"), "merge-patch+json", other)
            .expect(200)
            .json();
    assertThat(status.at("/spec/size").asInt()).isEqualTo(5);
    assertThat(status.at("/status/seen").asBoolean()).isTrue();
    assertThat(status.at("/metadata/generation").asInt()).isEqualTo(2);
  }

  @Test
  default void aReplacementNamesTheRevisionItReplaces() {
    var widget = widget();
    ((ObjectNode) widget.path("metadata")).remove("resourceVersion");
    api().put(api().widgets("widgets/w"), widget).refused(422, "Invalid");
  }

  @Test
  default void strategicPatchesAreForBuiltInKinds() {
    widget();
    api()
        .patch(api().widgets("widgets/w"), "strategic-merge-patch+json", "{}")
        .refused(415, "UnsupportedMediaType");
  }

  @Test
  default void listsWithKeysAreOwnedByItem() {
    var path = api().widgets("widgets/w");
    var one = Widgets.named("w", "{\"size\": 1, \"parts\": [{\"name\": \"a\", \"weight\": 1}]}");
    var two = Widgets.named("w", "{\"parts\": [{\"name\": \"b\", \"weight\": 2}]}");
    api().apply(path, "one", one).expect(201);
    var merged = api().apply(path, "two", two).expect(200).json();
    assertThat(Api.texts(merged.at("/spec/parts"), "/name")).containsExactly("a", "b");
    var without = api().apply(path, "one", Widgets.named("w", "{\"size\": 1}")).expect(200).json();
    assertThat(Api.texts(without.at("/spec/parts"), "/name")).containsExactly("b");
  }

  @Test
  default void widgetsScale() {
    widget();
    var path = api().widgets("widgets/w/scale");
    var scale = (ObjectNode) api().get(path).expect(200).json();
    assertThat(scale.path("kind").asText()).isEqualTo("Scale");
    assertThat(scale.path("apiVersion").asText()).isEqualTo("autoscaling/v1");
    assertThat(scale.at("/spec/replicas").asInt()).isEqualTo(1);
    ((ObjectNode) scale.path("spec")).put("replicas", 4);
    assertThat(api().put(path, scale).expect(200).json().at("/spec/replicas").asInt()).isEqualTo(4);
    assertThat(api().put(path, scale).refused(409, "Conflict")).contains("modified");
    assertThat(api().get(api().widgets("widgets/w")).json().at("/spec/replicas").asInt())
        .isEqualTo(4);
  }

  @Test
  default void deploymentsScale() {
    api().create(api().apps("deployments"), Samples.deployment("d"));
    var path = api().apps("deployments/d/scale");
    var scaled = api().patch(path, "merge-patch+json", "{\"spec\": {\"replicas\": 0}}").expect(200);
    assertThat(scaled.json().at("/status/selector").asText()).isEqualTo("app=d");
    api().patch(path, "merge-patch+json", "{\"spec\": {\"replicas\": -1}}").refused(422, "Invalid");
  }

  @Test
  default void printerColumnsAreShown() {
    widget();
    var ready = "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}";
    api().patch(api().widgets("widgets/w/status"), "merge-patch+json", ready).expect(200);
    var table = api().get(api().widgets("widgets/w"), ListsContract.TABLE).expect(200).json();
    assertThat(Api.texts(table.path("columnDefinitions"), "/name"))
        .containsExactly("Name", "Size", "Ready", "Colour");
    assertThat(table.at("/rows/0/cells").toString()).isEqualTo("[\"w\",3,\"True\",\"red\"]");
  }

  @Test
  default void builtInKindsAreChecked() {
    var other = (ObjectNode) Api.read(Samples.deployment("d"));
    other.withObject("/spec/selector/matchLabels").put("app", "other");
    var message = api().post(api().apps("deployments"), other.toString()).refused(422, "Invalid");
    assertThat(message).contains("`selector` does not match template `labels`");
  }
}
