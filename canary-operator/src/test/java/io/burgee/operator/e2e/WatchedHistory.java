package io.burgee.operator.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.operator.canary.ReleaseRules;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.ResourceKey;
import io.burgee.sandbox.store.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every version of the objects that carry releases, as a real API server's watches told of them.
 * Its resource versions put those of all kinds in one order.
 */
final class WatchedHistory implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String[]> KINDS =
      List.of(
          new String[] {"apps", "v1", "Deployment", "deployments"},
          new String[] {"", "v1", "Service", "services"},
          new String[] {"apps", "v1", "ControllerRevision", "controllerrevisions"},
          new String[] {"flagger.app", "v1beta1", "Canary", "canaries"},
          new String[] {"networking.istio.io", "v1beta1", "VirtualService", "virtualservices"},
          new String[] {"networking.istio.io", "v1beta1", "DestinationRule", "destinationrules"});

  private final KubernetesClient client;
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private final List<String> gaps = new CopyOnWriteArrayList<>();
  private final List<Watch> watches = new ArrayList<>();

  WatchedHistory(KubernetesClient client) {
    this.client = client;
    KINDS.forEach(kind -> watches.add(watch(kind)));
  }

  /** How many versions were recorded. */
  int size() {
    return changes.size();
  }

  /** What broke an invariant in one of the namespaces, in words. */
  List<String> violations(Set<String> namespaces) {
    Eventually.await(PATIENCE, () -> "all versions are known", () -> isComplete(namespaces));
    var sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparingLong(Change::revision));
    var rules = new HashMap<String, ReleaseRules>();
    var found = new ArrayList<>(gaps);
    for (var change : sorted) {
      var namespace = change.key().namespace();
      if (namespaces.contains(namespace)) {
        var ofNamespace = rules.computeIfAbsent(namespace, ReleaseRules::new);
        found.addAll(ofNamespace.next(change, true));
      }
    }
    return found;
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
  }

  private boolean isComplete(Set<String> namespaces) {
    var last = new HashMap<String, String>();
    for (var change : changes) {
      var id = change.type().kind() + " " + change.key();
      if (change.kind() == Change.Kind.DELETED) {
        last.remove(id);
      } else if (namespaces.contains(change.key().namespace())) {
        last.put(id, change.object().at("/metadata/resourceVersion").asText());
      }
    }
    return last.equals(stored(namespaces));
  }

  private Map<String, String> stored(Set<String> namespaces) {
    var stored = new HashMap<String, String>();
    for (var kind : KINDS) {
      for (var namespace : namespaces) {
        var all = client.genericKubernetesResources(context(kind)).inNamespace(namespace).list();
        for (var object : all.getItems()) {
          var metadata = object.getMetadata();
          var key = new ResourceKey(namespace, metadata.getName());
          stored.put(kind[2] + " " + key, metadata.getResourceVersion());
        }
      }
    }
    return stored;
  }

  private Watch watch(String[] kind) {
    var type = type(kind);
    return client
        .genericKubernetesResources(context(kind))
        .inAnyNamespace()
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, GenericKubernetesResource object) {
                record(type, action, object);
              }

              @Override
              public void onClose(WatcherException cause) {
                gaps.add("the watch of " + kind[3] + " broke off: " + cause);
              }
            });
  }

  private void record(ResourceType type, Watcher.Action action, GenericKubernetesResource object) {
    var how =
        switch (action) {
          case ADDED -> Change.Kind.ADDED;
          case MODIFIED -> Change.Kind.MODIFIED;
          case DELETED -> Change.Kind.DELETED;
          case ERROR, BOOKMARK -> throw new IllegalStateException(action + " " + object);
        };
    var metadata = object.getMetadata();
    changes.add(
        new Change(
            how,
            type,
            new ResourceKey(metadata.getNamespace(), metadata.getName()),
            client.getKubernetesSerialization().convertValue(object, ObjectNode.class),
            null,
            Long.parseLong(metadata.getResourceVersion())));
  }

  private static ResourceDefinitionContext context(String[] kind) {
    return new ResourceDefinitionContext.Builder()
        .withGroup(kind[0])
        .withVersion(kind[1])
        .withKind(kind[2])
        .withPlural(kind[3])
        .withNamespaced(true)
        .build();
  }

  private static ResourceType type(String[] kind) {
    return new ResourceType(
        kind[0], kind[1], kind[2], kind[3], "", true, List.of(), List.of(), Set.of(), null,
        kind[1]);
  }
}
