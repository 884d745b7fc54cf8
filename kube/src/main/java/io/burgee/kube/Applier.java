package io.burgee.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog.Verb;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one place that writes objects; {@link StatusWriter} writes their status.
 *
 * <p>Every write is fenced by the resourceVersion that the caller {@linkplain #fencedBy saw}, else
 * by the one that the cache holds, so what was decided on an old view is refused by the server: a
 * {@link Transient}. Nothing is written where the live object already has all that is wanted. On
 * our own objects an annotation holds a hash of what was wanted last: without it a field that is
 * not wanted any more could not be told from one that the server filled in. All methods block for
 * one request, or none.
 */
public final class Applier {
  /** The field manager, and what Kubernetes derives from our user agent for plain updates. */
  public static final String MANAGER = "burgee";

  /** On objects that this process owns: a hash of what it last wanted them to be. */
  public static final String WANTED = "burgee.io/wanted";

  private final KubernetesClient client;
  private final Caches caches;
  private final WriteLog log;

  /** By object: what was last asked for and what the server made of it. One short text each. */
  private final ConcurrentHashMap<String, String> answered;

  /** By object: what the caller saw of it, or what it made of it since. */
  private final ConcurrentHashMap<String, HasMetadata> seen;

  private final Json json;

  public Applier(KubernetesClient client, Caches caches, WriteLog log) {
    this(
        client,
        caches,
        log,
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new Json(client.getKubernetesSerialization()));
  }

  private Applier(
      KubernetesClient client,
      Caches caches,
      WriteLog log,
      ConcurrentHashMap<String, String> answered,
      ConcurrentHashMap<String, HasMetadata> seen,
      Json json) {
    this.client = client;
    this.caches = caches;
    this.log = log;
    this.answered = answered;
    this.seen = seen;
    this.json = json;
  }

  /**
   * The same applier for what was decided on these objects: its writes are refused where one of
   * them has changed since it was looked at. Other objects are fenced by what the cache holds.
   */
  public Applier fencedBy(Collection<? extends HasMetadata> looked) {
    var objects = new ConcurrentHashMap<String, HasMetadata>();
    looked.forEach(object -> objects.put(key(object), object));
    return new Applier(client, caches, log, answered, objects, json);
  }

  /**
   * Server-side apply. An object is ours when it is new or its controller is the one that {@code
   * wanted} names; there conflicts are forced. On any other object a field of another manager
   * throws {@link Stalled} with that manager's name.
   *
   * @param wanted all fields that we set, and no others
   */
  public <T extends HasMetadata> Written<T> apply(T wanted) {
    var live = live(kindOf(wanted), wanted);
    var ours = controller(wanted).isPresent() && live.map(l -> sameOwner(l, wanted)).orElse(true);
    return apply(wanted, live, ours);
  }

  /**
   * Like {@link #apply}, but takes the fields over from whoever has them: the user asked for it.
   */
  public <T extends HasMetadata> Written<T> adopt(T wanted) {
    return apply(wanted, live(kindOf(wanted), wanted), true);
  }

  private <T extends HasMetadata> Written<T> apply(T wanted, Optional<T> live, boolean ours) {
    var kind = kindOf(wanted);
    var marked = ours ? marked(wanted, json.tree(wanted)) : json.copy(wanted);
    var hash = json.hash(marked);
    if (live.isPresent() && isCovered(live.get(), marked, hash)) {
      return new Written<>(live.get(), false);
    }
    var fenced = fence(marked, live);
    // A new object is not forced: what the cache does not know yet must not be overwritten.
    var force = ours && live.isPresent();
    var result =
        send(
            Verb.APPLY,
            kind,
            fenced,
            () -> {
              var target = kind.resource(client, fenced).fieldManager(MANAGER);
              return force ? target.forceConflicts().serverSideApply() : target.serverSideApply();
            });
    return remember(hash, result);
  }

  /**
   * Replaces a workload that we generate as a whole, or creates it. Its replicas stay as they are
   * (they change through {@link #scale} only), and so do status, finalizers, other owners and what
   * the controllers noted in annotations under {@code kubernetes.io}.
   *
   * @throws Stalled if an object of that name belongs to someone else
   */
  public <T extends HasMetadata> Written<T> replace(T wanted) {
    var kind = kindOf(wanted);
    var live = live(kind, wanted);
    if (live.isEmpty()) {
      return create(marked(wanted, json.withoutReplicas(wanted)));
    }
    if (!sameOwner(live.get(), wanted)) {
      throw new Stalled(
          kind.describe(NamespacedName.of(wanted))
              + " is not ours and must not be replaced: rename or delete it");
    }
    var tree = json.withoutReplicas(wanted);
    var marked = marked(json.typed(tree, kind.type()), tree);
    var hash = json.hash(marked);
    if (isCovered(live.get(), marked, hash)) {
      return new Written<>(live.get(), false);
    }
    var whole = fence(json.typed(json.whole(marked, live.get()), kind.type()), live);
    var result = send(Verb.REPLACE, kind, whole, () -> kind.resource(client, whole).update());
    return remember(hash, result);
  }

  /** Creates the object; one of that name that is already there is answered as it is. */
  public <T extends HasMetadata> Written<T> create(T wanted) {
    var kind = kindOf(wanted);
    var name = NamespacedName.of(wanted);
    var known = kind.holdsBodiesToHide() ? Optional.<T>empty() : live(kind, name);
    if (known.isPresent()) {
      return new Written<>(known.get(), false);
    }
    try {
      var result = request(Verb.CREATE, kind, name, () -> kind.resource(client, wanted).create());
      return new Written<>(wrote(result), true);
    } catch (KubernetesClientException e) {
      if (!ApiErrors.alreadyExists(e)) {
        throw ApiErrors.map(e, "create " + kind.describe(name), kind);
      }
      var existing =
          read(kind, name).orElseThrow(() -> new Transient(kind.describe(name) + " came and went"));
      return new Written<>(wrote(existing), false);
    }
  }

  /** Sets the replicas of a workload through its scale subresource. */
  public <T extends HasMetadata> Written<T> scale(Kind<T> kind, NamespacedName name, int replicas) {
    var live = require(kind, name);
    if (json.replicas(live).orElse(1) == replicas) {
      return new Written<>(live, false);
    }
    var wanted =
        new ScaleBuilder()
            .withNewMetadata()
            .withName(name.name())
            .withNamespace(name.namespace())
            .withResourceVersion(live.getMetadata().getResourceVersion())
            .withUid(live.getMetadata().getUid())
            .endMetadata()
            .withNewSpec()
            .withReplicas(replicas)
            .endSpec()
            .build();
    Scale result = mapped(Verb.SCALE, kind, name, () -> kind.resource(client, name).scale(wanted));
    var scaled = json.typed(json.scaled(live, result), kind.type());
    return new Written<>(wrote(scaled), true);
  }

  /**
   * Deletes the object as the cache holds it; one that changed since is not deleted.
   *
   * @return false if there was none
   */
  public <T extends HasMetadata> boolean delete(Kind<T> kind, NamespacedName name) {
    var live = live(kind, name);
    if (live.isEmpty() || live.get().getMetadata().getDeletionTimestamp() != null) {
      return false;
    }
    var version = live.get().getMetadata().getResourceVersion();
    var deleted =
        mapped(
            Verb.DELETE,
            kind,
            name,
            () -> kind.resource(client, name).lockResourceVersion(version).delete());
    answered.remove(key(live.get()));
    seen.remove(key(live.get()));
    return !deleted.isEmpty();
  }

  /** Deletes this object, as {@link #delete(Kind, NamespacedName)}. */
  public <T extends HasMetadata> boolean delete(T live) {
    return delete(kindOf(live), NamespacedName.of(live));
  }

  /**
   * Sets the finalizers, and nothing else.
   *
   * @param live as it was seen: its resourceVersion is the fence
   * @return the object after it; one that is being deleted is gone with its last finalizer
   */
  public <T extends HasMetadata> Optional<T> finalizers(T live, List<String> finalizers) {
    var kind = kindOf(live);
    var name = NamespacedName.of(live);
    var patch = json.finalizers(live, finalizers);
    var merge = PatchContext.of(PatchType.JSON_MERGE);
    T result =
        mapped(Verb.FINALIZE, kind, name, () -> kind.resource(client, name).patch(merge, patch));
    var goes = finalizers.isEmpty() && live.getMetadata().getDeletionTimestamp() != null;
    return goes ? Optional.empty() : Optional.of(wrote(result));
  }

  /**
   * Gives the fields of an object that one manager owns to another, and changes nothing it says.
   * Blocks for one request, or two.
   *
   * @return whether there were any
   */
  public <T extends HasMetadata> boolean hand(
      Kind<T> kind, NamespacedName name, FieldOwners.Manager from, FieldOwners.Manager to) {
    var patch = read(kind, name).map(json::tree).flatMap(live -> FieldOwners.patch(live, from, to));
    patch.ifPresent(p -> patch(kind, name, PatchType.JSON, p));
    return patch.isPresent();
  }

  /**
   * Takes annotations and a field of the spec off an object, and nothing else. Blocks for two
   * requests, or one.
   *
   * @param unwanted which annotations go
   * @param field of the spec that goes; empty for none
   * @return what went: the annotations' keys, and {@code spec.FIELD}
   */
  public <T extends HasMetadata> List<String> strip(
      Kind<T> kind, NamespacedName name, Predicate<String> unwanted, String field) {
    var live = read(kind, name).map(json::tree);
    var gone = live.map(tree -> json.found(tree, unwanted, field)).orElse(List.of());
    if (!gone.isEmpty()) {
      patch(kind, name, PatchType.JSON_MERGE, json.without(live.orElseThrow(), gone));
    }
    return gone;
  }

  private <T extends HasMetadata> void patch(
      Kind<T> kind, NamespacedName name, PatchType type, String patch) {
    var context = PatchContext.of(type);
    T result =
        mapped(Verb.PATCH, kind, name, () -> kind.resource(client, name).patch(context, patch));
    wrote(result);
  }

  /** The object as the server has it now, whole: for the few reads that a cache can't serve. */
  public <T extends HasMetadata> Optional<T> read(Kind<T> kind, NamespacedName name) {
    try {
      return Optional.ofNullable(kind.resource(client, name).get());
    } catch (KubernetesClientException e) {
      throw ApiErrors.map(e, "read " + kind.describe(name), kind);
    }
  }

  /** The object as the server would store it on creation, defaults filled in; nothing changes. */
  public <T extends HasMetadata> T preview(T wanted) {
    var kind = kindOf(wanted);
    try {
      return kind.resource(client, wanted).dryRun().create();
    } catch (KubernetesClientException e) {
      throw ApiErrors.map(e, "preview " + kind.describe(NamespacedName.of(wanted)), kind);
    }
  }

  private <T extends HasMetadata> Written<T> remember(String hash, T result) {
    answered.put(key(result), hash + json.content(result));
    return new Written<>(wrote(result), true);
  }

  /** Covered as far as can be told from here, or the server's answer to just this was this. */
  private <T extends HasMetadata> boolean isCovered(T live, T marked, String hash) {
    var slim = Slimming.slimmed(json.copy(marked));
    return Sameness.covers(json.tree(live), json.tree(slim))
        || (hash + json.content(live)).equals(answered.get(key(live)));
  }

  private <T extends HasMetadata> T marked(T wanted, ObjectNode tree) {
    var copy = json.copy(wanted);
    var annotations =
        new TreeMap<>(
            Objects.requireNonNullElse(
                copy.getMetadata().getAnnotations(), Map.<String, String>of()));
    annotations.put(WANTED, Checksums.of(json.canonical(tree)));
    copy.getMetadata().setAnnotations(annotations);
    return copy;
  }

  private <T extends HasMetadata> T fence(T wanted, Optional<T> live) {
    wanted
        .getMetadata()
        .setResourceVersion(live.map(l -> l.getMetadata().getResourceVersion()).orElse(null));
    return wanted;
  }

  private <T extends HasMetadata> T wrote(T result) {
    caches.holding(result).ifPresent(c -> c.wrote(result));
    seen.computeIfPresent(key(result), (any, old) -> result);
    return result;
  }

  private <T extends HasMetadata> Optional<T> live(Kind<T> kind, T wanted) {
    return live(kind, NamespacedName.of(wanted));
  }

  private <T extends HasMetadata> Optional<T> live(Kind<T> kind, NamespacedName name) {
    var cache = caches.of(kind);
    if (kind.optional() && cache.isReady() && !cache.isServed()) {
      throw new Stalled(
          "this cluster does not serve "
              + kind.name()
              + " ("
              + kind.apiVersion()
              + "): install "
              + kind.crdName());
    }
    var looked = seen.get(key(kind.id(), name));
    return kind.type().isInstance(looked) ? Optional.of(kind.type().cast(looked)) : cache.get(name);
  }

  private <T extends HasMetadata> T require(Kind<T> kind, NamespacedName name) {
    return live(kind, name).orElseThrow(() -> new Transient(kind.describe(name) + " not found"));
  }

  private <T extends HasMetadata> Kind<T> kindOf(T object) {
    return caches
        .holding(object)
        .map(Cache::kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no cache of " + Kind.id(object) + " as " + object.getClass().getName()));
  }

  private <T extends HasMetadata> T send(Verb verb, Kind<T> kind, T object, Supplier<T> request) {
    return mapped(verb, kind, NamespacedName.of(object), request);
  }

  private <R> R mapped(Verb verb, Kind<?> kind, NamespacedName name, Supplier<R> request) {
    try {
      return request(verb, kind, name, request);
    } catch (KubernetesClientException e) {
      var doing = verb.name().toLowerCase(Locale.ROOT) + " " + kind.describe(name);
      throw ApiErrors.map(e, doing, kind);
    }
  }

  private <R> R request(Verb verb, Kind<?> kind, NamespacedName name, Supplier<R> request) {
    var write = new WriteLog.Write(verb, kind.name(), name);
    log.before(write);
    var result = request.get();
    log.after(write);
    return result;
  }

  private static String key(HasMetadata object) {
    return key(Kind.id(object), NamespacedName.of(object));
  }

  private static String key(String kind, NamespacedName name) {
    return kind + " " + name;
  }

  private static Optional<OwnerReference> controller(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getOwnerReferences()).stream()
        .flatMap(Collection::stream)
        .filter(o -> Boolean.TRUE.equals(o.getController()))
        .findFirst();
  }

  private static boolean sameOwner(HasMetadata live, HasMetadata wanted) {
    return controller(live)
        .map(OwnerReference::getUid)
        .equals(controller(wanted).map(OwnerReference::getUid));
  }
}
