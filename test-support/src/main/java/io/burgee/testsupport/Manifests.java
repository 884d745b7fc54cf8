package io.burgee.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.time.Duration;

/** What a test puts into the cluster before it begins. */
final class Manifests {

  static final String MANAGER = "burgee-test-support";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Manifests() {}

  static String newNamespace(KubernetesClient client, String prefix) {
    Namespace wanted =
        new NamespaceBuilder()
            .withNewMetadata()
            .withGenerateName(prefix + "-")
            .endMetadata()
            .build();
    return client.namespaces().resource(wanted).create().getMetadata().getName();
  }

  static void install(KubernetesClient client, String yaml) {
    var items = client.load(new ByteArrayInputStream(yaml.getBytes(UTF_8))).items();
    for (var item : items) {
      client.resource(item).fieldManager(MANAGER).forceConflicts().serverSideApply();
    }
    for (var item : items) {
      if (item instanceof CustomResourceDefinition definition) {
        awaitServed(client, definition);
      }
    }
  }

  /** A little after the condition Established, so this asks for what clients ask for. */
  private static void awaitServed(KubernetesClient client, CustomResourceDefinition definition) {
    var spec = definition.getSpec();
    var quoted = "\"" + spec.getNames().getPlural() + "\"";
    for (CustomResourceDefinitionVersion version : spec.getVersions()) {
      var path = "/apis/" + spec.getGroup() + "/" + version.getName();
      if (version.getServed()) {
        Deadline.after(PATIENCE)
            .await(
                () -> path + " has no " + quoted,
                () -> {
                  var discovery = client.raw(path);
                  return discovery != null && discovery.contains(quoted);
                });
      }
    }
  }
}
