package io.burgee.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, watches and tables. */
interface ListsContract {
  String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

  Api api();

  private void threeLabelled() {
    for (var label : List.of("x", "y", "z")) {
      api()
          .create(
              api().core("configmaps"),
              Samples.configMapWith("c-" + label, "\"labels\": {\"l\": \"" + label + "\"}"));
    }
  }

  private List<String> names(String query) {
    var list = api().get(api().core("configmaps?" + query)).expect(200).json();
    return Api.texts(list.path("items"), "/metadata/name").stream()
        .filter(name -> name.startsWith("c-"))
        .toList();
  }

  @Test
  default void labelSelectorsSelect() {
    threeLabelled();
    assertThat(names("labelSelector=l%3Dx")).containsExactly("c-x");
    assertThat(names("labelSelector=l%21%3Dx")).containsExactly("c-y", "c-z");
    assertThat(names("labelSelector=l%20in%20%28x%2Cy%29")).containsExactly("c-x", "c-y");
    assertThat(names("labelSelector=l%20notin%20%28x%2Cy%29")).containsExactly("c-z");
    assertThat(names("labelSelector=l")).containsExactly("c-x", "c-y", "c-z");
    assertThat(names("labelSelector=%21l")).isEmpty();
    assertThat(names("labelSelector=l%2Cl%21%3Dz")).containsExactly("c-x", "c-y");
  }

  @Test
  default void fieldSelectorsSelect() {
    threeLabelled();
    assertThat(names("fieldSelector=metadata.name%3Dc-y")).containsExactly("c-y");
    assertThat(names("fieldSelector=metadata.name%21%3Dc-y")).containsExactly("c-x", "c-z");
    api().get(api().core("configmaps?fieldSelector=data.k%3Dv")).refused(400, "BadRequest");
  }

  @Test
  default void pagesShowOneRevision() {
    threeLabelled();
    var path = api().core("configmaps?labelSelector=l&limit=2");
    var first = api().get(path).expect(200).json();
    assertThat(Api.texts(first.path("items"), "/metadata/name")).containsExactly("c-x", "c-y");
    api().delete(api().core("configmaps/c-z")).expect(200);
    var next = first.at("/metadata/continue").asText();
    var second = api().get(path + "&continue=" + next).expect(200).json();
    assertThat(Api.texts(second.path("items"), "/metadata/name")).containsExactly("c-z");
    assertThat(second.at("/metadata/resourceVersion"))
        .isEqualTo(first.at("/metadata/resourceVersion"));
    assertThat(second.at("/metadata/continue").asText("")).isEmpty();
  }

  private List<String> watched(String query) {
    return api().get(api().core("configmaps?watch=true&timeoutSeconds=2&" + query)).lines().stream()
        .filter(event -> !event.at("/object/metadata/name").asText().startsWith("kube-"))
        .map(
            event -> event.path("type").asText() + " " + event.at("/object/metadata/name").asText())
        .toList();
  }

  @Test
  default void aWatchTellsWhatHappenedSince() {
    var created = api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    api()
        .patch(api().core("configmaps/a"), "merge-patch+json", "{\"data\": {\"k\": \"v\"}}")
        .expect(200);
    api().delete(api().core("configmaps/a")).expect(200);
    var since = created.at("/metadata/resourceVersion").asText();
    assertThat(watched("resourceVersion=" + since)).containsExactly("MODIFIED a", "DELETED a");
  }

  @Test
  default void aWatchWithoutRevisionBeginsWithWhatThereIs() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    assertThat(watched("")).containsExactly("ADDED a");
  }

  @Test
  default void whatLeavesTheSelectionIsDeletedToItsWatch() {
    var path = api().core("configmaps/c");
    var created =
        api()
            .create(
                api().core("configmaps"), Samples.configMapWith("c", "\"labels\": {\"l\": \"x\"}"));
    for (var label : List.of("y", "x")) {
      var patch = "{\"metadata\": {\"labels\": {\"l\": \"" + label + "\"}}}";
      api().patch(path, "merge-patch+json", patch).expect(200);
    }
    var since = created.at("/metadata/resourceVersion").asText();
    assertThat(watched("labelSelector=l%3Dx&resourceVersion=" + since))
        .containsExactly("DELETED c", "ADDED c");
  }

  @Test
  default void aWatchCanListFirst() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    var query =
        "configmaps?watch=true&timeoutSeconds=2&sendInitialEvents=true&allowWatchBookmarks=true"
            + "&resourceVersionMatch=NotOlderThan&labelSelector=%21x";
    var events = api().get(api().core(query)).lines();
    var bookmark =
        events.stream()
            .filter(event -> event.path("type").asText().equals("BOOKMARK"))
            .findFirst()
            .orElseThrow();
    assertThat(bookmark.path("object").path("metadata").path("annotations").properties().toString())
        .contains("k8s.io/initial-events-end");
    assertThat(events.indexOf(bookmark)).isPositive();
  }

  @Test
  default void anUnknownRevisionOfAListIsRefused() {
    api().get(api().core("configmaps?resourceVersion=nonsense")).expect(400);
  }

  @Test
  default void tablesShowTheColumnsOfTheKind() {
    api().create(api().apps("deployments"), Samples.deployment("d"));
    var table = api().get(api().apps("deployments"), TABLE).expect(200).json();
    assertThat(table.path("kind").asText()).isEqualTo("Table");
    assertThat(Api.texts(table.path("columnDefinitions"), "/name"))
        .containsExactly(
            "Name", "Ready", "Up-to-date", "Available", "Age", "Containers", "Images", "Selector");
    var cells = table.at("/rows/0/cells");
    assertThat(cells.get(0).asText()).isEqualTo("d");
    assertThat(cells.get(1).asText()).isEqualTo("0/0");
    assertThat(cells.get(7).asText()).isEqualTo("app=d");
    assertThat(table.at("/rows/0/object/kind").asText()).isEqualTo("PartialObjectMetadata");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/apis/apps/v1/replicasets | Name Desired# Current# Ready# Age Containers Images Selector",
        "/apis/apps/v1/statefulsets | Name Ready Age Containers Images",
        "/apis/discovery.k8s.io/v1/endpointslices | Name AddressType Ports Endpoints Age",
        "/apis/coordination.k8s.io/v1/leases | Name Holder Age",
        "/apis/networking.k8s.io/v1/ingresses | Name Class Hosts Address Ports Age",
        "/api/v1/services | Name Type Cluster-IP External-IP Port(s) Age Selector",
        "/api/v1/configmaps | Name Data Age",
        "/api/v1/secrets | Name Type Data Age",
        "/apis/autoscaling/v2/horizontalpodautoscalers"
            + " | Name Reference Targets MinPods MaxPods Replicas Age"
      })
  default void columnsAreThoseThatPeopleKnow(String path, String expected) {
    var columns = api().get(path + "?limit=1", TABLE).expect(200).json().path("columnDefinitions");
    var names = new ArrayList<String>();
    columns.forEach(
        column ->
            names.add(
                column.path("name").asText()
                    + (column.path("type").asText().equals("integer") ? "#" : "")));
    assertThat(String.join(" ", names)).isEqualTo(expected);
  }

  @Test
  default void aWatchedTableSaysItsColumnsOnce() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    api().create(api().core("configmaps"), Samples.configMap("b", "{}"));
    var path =
        api().core("configmaps?watch=true&timeoutSeconds=2&fieldSelector=metadata.name%21%3Dx");
    var events = api().get(path, TABLE).lines();
    assertThat(events).hasSizeGreaterThanOrEqualTo(2);
    assertThat(events.getFirst().at("/object/columnDefinitions").size()).isPositive();
    assertThat(events.stream().skip(1).map(event -> columns(event))).containsOnly(0);
  }

  private static int columns(JsonNode event) {
    return event.at("/object/columnDefinitions").size();
  }

  @Test
  default void metadataCanBeHadAlone() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{\"k\": \"v\"}"));
    var partial =
        api()
            .get(
                api().core("configmaps/a"),
                "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1")
            .expect(200)
            .json();
    assertThat(partial.path("kind").asText()).isEqualTo("PartialObjectMetadata");
    assertThat(partial.at("/metadata/name").asText()).isEqualTo("a");
    assertThat(partial.has("data")).isFalse();
  }
}
