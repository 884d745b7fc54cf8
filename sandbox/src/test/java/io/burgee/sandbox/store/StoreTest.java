package io.burgee.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final WriteOptions ME = WriteOptions.by("me");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final ResourceKey A = new ResourceKey("n", "a");

  private final Store store = new Store(Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void namespace() {
    store.create(Kinds.NAMESPACES, object("", "n"), ME);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ObjectNode object(String namespace, String name) {
    var object = JsonNodeFactory.instance.objectNode();
    var metadata = object.putObject("metadata").put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return object;
  }

  private ObjectNode create(String name) {
    return store.create(Kinds.CONFIG_MAPS, object("n", name), ME);
  }

  private void set(String key, String value) {
    store.edit(
        Kinds.CONFIG_MAPS,
        A,
        Subresource.NONE,
        ME,
        found -> {
          found.withObject("/data").put(key, value);
          return found;
        });
  }

  private void delete() {
    store.delete(Kinds.CONFIG_MAPS, A, DeleteOptions.BACKGROUND);
  }

  @Test
  void timestampsAreWholeSeconds() {
    assertThat(Meta.text(create("a"), "creationTimestamp")).isEqualTo("2026-01-02T03:04:05Z");
  }

  @Test
  void whatIsHandedInIsCopied() {
    var mine = object("n", "a");
    store.create(Kinds.CONFIG_MAPS, mine, ME);
    mine.putObject("data").put("later", "change");
    assertThat(store.require(Kinds.CONFIG_MAPS, A).has("data")).isFalse();
  }

  @Test
  void revisionsGrowOverAllTypes() {
    var first = Long.parseLong(Meta.revision(create("a")));
    var second = Meta.revision(store.create(Kinds.NAMESPACES, object("", "m"), ME));
    assertThat(Long.parseLong(second)).isGreaterThan(first).isEqualTo(store.revision());
  }

  @Test
  void anEditThatChangesNothingHasNoRevision() {
    create("a");
    set("k", "v");
    var before = store.revision();
    set("k", "v");
    assertThat(store.revision()).isEqualTo(before);
  }

  @Test
  void anUpdateOfAnOldRevisionIsRefused() {
    var old = create("a");
    set("k", "v");
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> store.update(Kinds.CONFIG_MAPS, old, Subresource.NONE, ME))
        .matches(failure -> failure.code() == 409 && failure.reason().equals("Conflict"));
  }

  @Test
  void editsOfManyAreAllKept() {
    create("a");
    IntStream.range(0, 100).parallel().forEach(i -> set("k" + i, "v"));
    assertThat(store.require(Kinds.CONFIG_MAPS, A).path("data")).hasSize(100);
  }

  @Test
  void aListIsSortedAndOfOneNamespace() {
    store.create(Kinds.NAMESPACES, object("", "m"), ME);
    store.create(Kinds.CONFIG_MAPS, object("m", "z"), ME);
    create("b");
    create("a");
    assertThat(store.list(Kinds.CONFIG_MAPS, "n").objects())
        .extracting(Meta::name)
        .containsExactly("a", "b");
    assertThat(store.list(Kinds.CONFIG_MAPS, "").objects())
        .extracting(Meta::name)
        .containsExactly("z", "a", "b");
  }

  @Test
  void aListCanShowThePast() {
    create("a");
    var then = store.revision();
    set("k", "v");
    create("b");
    delete();
    var past = store.listAt(Kinds.CONFIG_MAPS, "n", then).objects();
    assertThat(past).singleElement().satisfies(object -> assertThat(object.has("data")).isFalse());
  }

  @Test
  void aPastThatIsForgottenIsExpired() {
    create("a");
    var then = store.revision();
    IntStream.range(0, 5000).forEach(i -> set("k", "v" + i));
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> store.listAt(Kinds.CONFIG_MAPS, "n", then))
        .matches(failure -> failure.code() == 410 && failure.reason().equals("Expired"));
    assertThatExceptionOfType(ApiFailure.class)
        .isThrownBy(() -> store.watchSince(Kinds.CONFIG_MAPS, "n", then))
        .matches(failure -> failure.code() == 410);
  }

  @Test
  void aWatchSeesEveryChangeInOrder() throws InterruptedException {
    create("a");
    try (var watch = store.watchSince(Kinds.CONFIG_MAPS, "n", store.revision() - 1)) {
      set("k", "v");
      delete();
      for (var kind : List.of(Change.Kind.ADDED, Change.Kind.MODIFIED, Change.Kind.DELETED)) {
        var change = watch.poll(Duration.ofSeconds(5));
        assertThat(change).isNotNull();
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(Meta.revision(change.object())).isEqualTo(Long.toString(change.revision()));
      }
    }
  }

  @Test
  void aReaderThatIsTooSlowIsCutOff() throws InterruptedException {
    create("a");
    try (var watch = store.watchAll(Kinds.CONFIG_MAPS, "n")) {
      IntStream.range(0, 9000).forEach(i -> set("k", "v" + i));
      var seen = 0;
      while (!watch.ended()) {
        assertThat(watch.poll(Duration.ofSeconds(5))).isNotNull();
        seen++;
      }
      assertThat(seen).isLessThan(9000);
    }
  }

  @Test
  void aSubscriberHearsOfWhatThereIsAndWhatChanges() throws Exception {
    create("a");
    var heard = new LinkedBlockingQueue<String>();
    try (var subscription =
        store.subscribe(
            Kinds.CONFIG_MAPS, "n", change -> heard.add(change.kind() + change.key().name()))) {
      assertThat(subscription).isNotNull();
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDEDa");
      create("b");
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDEDb");
      delete();
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("DELETEDa");
    }
  }

  @Test
  void applyingTheSameAgainChangesNothing() {
    var intent = object("n", "a").put("apiVersion", "v1").put("kind", "ConfigMap");
    intent.putObject("data").put("k", "v");
    var applied = store.apply(Kinds.CONFIG_MAPS, A, intent, false, Subresource.NONE, ME);
    assertThat(applied.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Apply");
    assertThat(store.apply(Kinds.CONFIG_MAPS, A, intent, false, Subresource.NONE, ME))
        .isEqualTo(applied);
  }
}
