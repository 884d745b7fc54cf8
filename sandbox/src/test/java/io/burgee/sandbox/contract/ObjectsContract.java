package io.burgee.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The life of an object: created, read, replaced, deleted. */
interface ObjectsContract {
  Api api();

  @Test
  default void aNewObjectGetsItsIdentity() {
    var created = api().create(api().core("configmaps"), Samples.configMap("a", "{\"k\": \"v\"}"));
    assertThat(created.at("/metadata/uid").asText()).hasSize(36);
    assertThat(created.at("/metadata/creationTimestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(created.at("/metadata/namespace").asText()).isEqualTo(api().namespace());
    assertThat(created.at("/metadata/managedFields/0/manager").asText()).isEqualTo(Api.MANAGER);
    assertThat(created.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Update");
    assertThat(api().get(api().core("configmaps/a")).json()).isEqualTo(created);
  }

  @Test
  default void aNameIsTakenOnce() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    var message =
        api()
            .post(api().core("configmaps"), Samples.configMap("a", "{}"))
            .refused(409, "AlreadyExists");
    assertThat(message).isEqualTo("configmaps \"a\" already exists");
  }

  @Test
  default void whatIsMissingIsNotFound() {
    var answer = api().get(api().apps("deployments/none"));
    assertThat(answer.refused(404, "NotFound")).isEqualTo("deployments.apps \"none\" not found");
    assertThat(answer.json().path("details").toString())
        .isEqualTo("{\"name\":\"none\",\"group\":\"apps\",\"kind\":\"deployments\"}");
  }

  @Test
  default void aMissingNamespaceIsNotFound() {
    var message =
        api()
            .post("/api/v1/namespaces/none-of-these/configmaps", Samples.configMap("a", "{}"))
            .refused(404, "NotFound");
    assertThat(message).isEqualTo("namespaces \"none-of-these\" not found");
  }

  @Test
  default void namesAreChecked() {
    api().post(api().core("configmaps"), Samples.configMap("A_b", "{}")).refused(422, "Invalid");
    var unnamed = "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\"}";
    var answer = api().post(api().core("configmaps"), unnamed);
    answer.refused(422, "Invalid");
    assertThat(answer.json().at("/details/causes/0/field").asText()).isEqualTo("metadata.name");
  }

  @Test
  default void namesAreGenerated() {
    var body =
        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"generateName\": \"g-\"}}";
    var created = api().create(api().core("configmaps"), body);
    assertThat(created.at("/metadata/name").asText()).matches("g-[a-z0-9]{5}");
  }

  @Test
  default void anOldRevisionIsAConflict() {
    var old = api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    var changed = old.deepCopy();
    changed.putObject("data").put("k", "1");
    api().put(api().core("configmaps/a"), changed).expect(200);
    assertThat(api().put(api().core("configmaps/a"), old).refused(409, "Conflict"))
        .isEqualTo(
            "Operation cannot be fulfilled on configmaps \"a\": the object has been modified;"
                + " please apply your changes to the latest version and try again");
  }

  @Test
  default void replacingByTheSameChangesNothing() {
    var created = api().create(api().core("configmaps"), Samples.configMap("a", "{\"k\": \"v\"}"));
    assertThat(api().put(api().core("configmaps/a"), created).expect(200).json())
        .isEqualTo(created);
  }

  @Test
  default void generationCountsChangesOfTheSpecOnly() {
    var path = api().apps("deployments/d");
    var created = api().create(api().apps("deployments"), Samples.deployment("d"));
    assertThat(created.at("/metadata/generation").asInt()).isEqualTo(1);
    var labelled =
        api().patch(path, "merge-patch+json", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
    assertThat(labelled.expect(200).json().at("/metadata/generation").asInt()).isEqualTo(1);
    var changed = api().patch(path, "merge-patch+json", "{\"spec\": {\"minReadySeconds\": 1}}");
    assertThat(changed.expect(200).json().at("/metadata/generation").asInt()).isEqualTo(2);
  }

  @Test
  default void aDryRunStoresNothing() {
    api().post(api().core("configmaps?dryRun=All"), Samples.configMap("a", "{}")).expect(201);
    api().get(api().core("configmaps/a")).expect(404);
  }

  @Test
  default void aFinalizerHoldsADeletedObject() {
    var path = api().core("configmaps/a");
    api()
        .create(
            api().core("configmaps"),
            Samples.configMapWith("a", "\"finalizers\": [\"burgee.io/hold\"]"));
    var deleted = api().delete(path).expect(200).json();
    assertThat(deleted.path("kind").asText()).isEqualTo("ConfigMap");
    assertThat(deleted.at("/metadata").has("deletionTimestamp")).isTrue();
    assertThat(deleted.at("/metadata/deletionGracePeriodSeconds").asInt(-1)).isZero();

    var more = "{\"metadata\": {\"finalizers\": [\"burgee.io/hold\", \"burgee.io/more\"]}}";
    api().patch(path, "merge-patch+json", more).refused(422, "Invalid");
    var none = "{\"metadata\": {\"finalizers\": null}}";
    api().patch(path, "merge-patch+json", none).expect(200);
    api().get(path).expect(404);
  }

  @Test
  default void aDeletionAnswersWithTheUidOfWhatWent() {
    var created = api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    var answer = api().delete(api().core("configmaps/a")).expect(200).json();
    assertThat(answer.path("status").asText()).isEqualTo("Success");
    assertThat(answer.at("/details/uid")).isEqualTo(created.at("/metadata/uid"));
  }

  @Test
  default void aDeletionMayHavePreconditions() {
    api().create(api().core("configmaps"), Samples.configMap("a", "{}"));
    api()
        .delete(api().core("configmaps/a"), "{\"preconditions\": {\"uid\": \"another\"}}")
        .refused(409, "Conflict");
    api().get(api().core("configmaps/a")).expect(200);
  }

  @Test
  default void dependentsGoWithTheirOwner() {
    var owner = api().create(api().core("configmaps"), Samples.configMap("owner", "{}"));
    api().create(api().core("configmaps"), dependent("dependent", owner));
    api().delete(api().core("configmaps/owner")).expect(200);
    api().awaitGone(api().core("configmaps/dependent"));
  }

  @Test
  default void aForegroundDeletionWaitsForDependents() {
    var owner = api().create(api().core("configmaps"), Samples.configMap("owner", "{}"));
    api().create(api().core("configmaps"), dependent("dependent", owner));
    var held =
        api()
            .delete(api().core("configmaps/owner"), "{\"propagationPolicy\": \"Foreground\"}")
            .expect(200)
            .json();
    assertThat(held.at("/metadata/finalizers/0").asText()).isEqualTo("foregroundDeletion");
    api().awaitGone(api().core("configmaps/owner"));
    api().get(api().core("configmaps/dependent")).expect(404);
  }

  @Test
  default void orphansStay() {
    var owner = api().create(api().core("configmaps"), Samples.configMap("owner", "{}"));
    api().create(api().core("configmaps"), dependent("dependent", owner));
    api().delete(api().core("configmaps/owner"), "{\"propagationPolicy\": \"Orphan\"}").expect(200);
    api().awaitGone(api().core("configmaps/owner"));
    api()
        .await(
            api().core("configmaps/dependent"),
            answer -> !answer.json().path("metadata").has("ownerReferences"));
  }

  @Test
  default void anOwnerThatNeverWasIsAsGood() {
    var owner = api().create(api().core("configmaps"), Samples.configMap("owner", "{}"));
    var lost = owner.deepCopy();
    ((ObjectNode) lost.path("metadata")).put("uid", "00000000-0000-0000-0000-000000000000");
    api().create(api().core("configmaps"), dependent("dependent", lost));
    api().awaitGone(api().core("configmaps/dependent"));
  }

  @Test
  default void aNamespaceGoesWithAllThatIsInIt() {
    var namespace =
        api()
            .create(
                "/api/v1/namespaces",
                "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"generateName\":"
                    + " \"contract-\"}}");
    var path = "/api/v1/namespaces/" + namespace.at("/metadata/name").asText();
    api()
        .create(
            path + "/configmaps",
            Samples.configMapWith("held", "\"finalizers\": [\"burgee.io/hold\"]"));
    var deleted = api().delete(path).expect(200).json();
    assertThat(deleted.at("/status/phase").asText()).isEqualTo("Terminating");
    var refused = api().post(path + "/configmaps", Samples.configMap("late", "{}"));
    assertThat(refused.refused(403, "Forbidden")).contains("because it is being terminated");
    assertThat(refused.json().at("/details/causes/0/reason").asText())
        .isEqualTo("NamespaceTerminating");

    api().await(path + "/configmaps/held", answer -> answer.text().contains("deletionTimestamp"));
    var none = "{\"metadata\": {\"finalizers\": null}}";
    api().patch(path + "/configmaps/held", "merge-patch+json", none).expect(200);
    api().awaitGone(path);
  }

  private static String dependent(String name, ObjectNode owner) {
    return Samples.configMapWith(
        name,
        """
        "ownerReferences": [{"apiVersion": "v1", "kind": "ConfigMap", "name": "%s", "uid": "%s",
         "blockOwnerDeletion": true}]
        """
            .formatted(owner.at("/metadata/name").asText(), owner.at("/metadata/uid").asText()));
  }
}
