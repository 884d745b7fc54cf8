package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every mesh with weights promises. */
public abstract class MeshRouterContract {

  protected abstract MeshRouter router();

  /** What a cluster holds before the first render. */
  protected Snapshot fresh() {
    return Snapshot.EMPTY;
  }

  /** A user's object with the name of our route, which sends requests elsewhere. */
  protected abstract HasMetadata foreignRoute();

  /** Someone changed what the route says, other than its weights. */
  protected abstract HasMetadata edited(HasMetadata route);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 99, 100})
  void readsBackTheWeightItRendered(int percent) {
    assertThat(live(percent, rendered(percent)))
        .isEqualTo(new LiveRoute(Traffic.of(new Weight(percent)), true));
  }

  /** Every shape that a route can take. */
  static Stream<RouteIntent> shapes() {
    return Stream.of(false, true)
        .flatMap(tcp -> Stream.of(0, 1, 50, 99, 100).flatMap(percent -> shapes(tcp, percent)));
  }

  private static Stream<RouteIntent> shapes(boolean tcp, int percent) {
    var service = tcp ? "port: 5432\nappProtocol: tcp" : "port: 9898\nmatch: [{uri: {prefix: /}}]";
    var shapes = new ArrayList<RouteIntent>();
    for (var mirrored : List.of(false, true)) {
      for (var matched : List.of(false, true)) {
        var analysis = matched ? "match: [{headers: {x-canary: {exact: insider}}}]" : "{}";
        var traffic = new Traffic(new Weight(percent), mirrored, matched);
        var intent = Intents.of(service, analysis, traffic);
        shapes.add(intent);
        shapes.add(intent.with(Intents.affinity()));
        shapes.add(intent.with(Intents.affinity(Optional.empty())));
      }
    }
    return shapes.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void readsBackTheTrafficItRendered(RouteIntent intent) {
    assumeTrue(
        router().features().containsAll(intent.needs()) && router().problems(intent).isEmpty());
    var traffic = intent.traffic();
    var all = traffic.canary().equals(Weight.ALL); // then a match changes nothing
    var read = new Traffic(traffic.canary(), traffic.mirrored(), traffic.matched() && !all);
    var rendered = Snapshot.of(router().render(intent, fresh()));
    assertThat(router().live(intent.with(Traffic.NONE), rendered))
        .contains(new LiveRoute(read, true));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void whatLooksIntoRequestsIsRefusedForConnections(RouteIntent intent) {
    var looks = EnumSet.of(Feature.MATCH, Feature.MIRROR, Feature.SESSION_AFFINITY);
    looks.retainAll(intent.needs());
    if (intent.service().tcp() && !looks.isEmpty()) {
      assertThatIllegalArgumentException().isThrownBy(() -> router().render(intent, fresh()));
    } else {
      assertThat(router().problems(intent)).isEmpty();
    }
  }

  @Test
  void whereThereIsNoRouteNothingIsToBeGivenBack() {
    assertThat(router().revert(Intents.plain(30), fresh())).isEmpty();
    assertThat(router().reverted(Intents.plain(30), fresh())).isTrue();
  }

  @Test
  void aRouteOfOthersThatWasNeverOursIsLeftAlone() {
    var foreign = Snapshot.of(List.of(foreignRoute()));
    assertThat(router().revert(Intents.plain(0), foreign)).isEmpty();
    assertThat(router().reverted(Intents.plain(0), foreign)).isTrue();
  }

  @Test
  void aGeneratedRouteIsGivenToTheCanary() {
    var live = new ArrayList<>(rendered(30));
    assertThat(router().reverted(Intents.plain(30), Snapshot.of(live))).isFalse();
    var back = router().revert(Intents.plain(30), Snapshot.of(live));
    live.removeLast();
    live.addAll(back);
    assertThat(live(30, live).traffic()).isEqualTo(Traffic.of(Weight.ALL));
    assertThat(router().reverted(Intents.plain(30), Snapshot.of(live))).isTrue();
    assertThat(router().revert(Intents.plain(30), Snapshot.of(live))).isEqualTo(back);
  }

  @Test
  void aRouteOfOthersIsGivenBackAsItWas() {
    var taken = router().render(Intents.plain(30), Snapshot.of(List.of(foreignRoute())));
    assertThat(router().reverted(Intents.plain(30), Snapshot.of(taken))).isFalse();
    var back = router().revert(Intents.plain(30), Snapshot.of(taken));
    assertThat(back)
        .extracting(Serialization::asYaml)
        .isEqualTo(List.of(Serialization.asYaml(foreignRoute())));
    assertThat(router().reverted(Intents.plain(30), Snapshot.of(back))).isTrue();
  }

  @Test
  void aRouteOfOthersIsNotCollectedWithTheCanary() {
    var taken = router().render(Intents.plain(30), Snapshot.of(List.of(foreignRoute())));
    assertThat(taken.getLast().getMetadata().getOwnerReferences()).isEmpty();
  }

  @Test
  void aWeightEditedByHandIsSeenAndNothingElseIsAmiss() {
    assertThat(live(30, rendered(70))).isEqualTo(new LiveRoute(Traffic.of(new Weight(70)), true));
  }

  @Test
  void renderingItsOwnOutputChangesNothing() {
    var once = rendered(30);
    assertThat(router().render(Intents.plain(30), Snapshot.of(once))).isEqualTo(once);
  }

  @Test
  void equalInputRendersEqualOutput() {
    assertThat(rendered(30)).isEqualTo(rendered(30));
  }

  @Test
  void destinationsComeBeforeTheRouteAndDoNotDependOnWeights() {
    var rendered = rendered(50);
    var destinations = rendered.subList(0, rendered.size() - 1);
    assertThat(rendered(0).subList(0, rendered.size() - 1)).isEqualTo(destinations);
    assertThat(rendered(0).getLast()).isNotEqualTo(rendered.getLast());
  }

  @Test
  void whereThereIsNoRouteNothingIsRead() {
    assertThat(router().live(Intents.plain(30), fresh())).isEmpty();
  }

  @Test
  void aForeignRouteOfTheSameNameIsNotTakenForOurs() {
    var foreign = Snapshot.of(List.of(foreignRoute()));
    assertThat(router().live(Intents.plain(0), foreign)).isEmpty();
  }

  @Test
  void aForeignRouteOfTheSameNameDoesNotChangeWhereRequestsGo() {
    var foreign = Snapshot.of(List.of(foreignRoute()));
    var rendered = router().render(Intents.plain(30), foreign);
    assertThat(live(30, rendered)).isEqualTo(live(30, rendered(30)));
  }

  @Test
  void aRouteWithoutOneOfItsDestinationsIsNotIntact() {
    var rendered = rendered(30);
    assertThat(live(30, rendered.subList(1, rendered.size())).intact()).isFalse();
  }

  @Test
  void anEditOfTheRouteIsSeen() {
    var objects = new ArrayList<>(rendered(30));
    objects.set(objects.size() - 1, edited(objects.getLast()));
    assertThat(live(30, objects)).isEqualTo(new LiveRoute(Traffic.of(new Weight(30)), false));
  }

  @Test
  void allThatIsRenderedIsReadBack() {
    assertThat(router().reads(Intents.plain(30)))
        .containsAll(rendered(30).stream().map(ResourceRef::of).toList());
  }

  @Test
  void allThatIsRenderedBelongsToTheCanary() {
    assertThat(rendered(30))
        .isNotEmpty()
        .allSatisfy(
            object ->
                assertThat(object.getMetadata().getOwnerReferences())
                    .containsExactly(Intents.plain(30).owner().reference()));
  }

  @Test
  void anIntentBeyondTheFeaturesIsNotRendered() {
    var mirrored = Intents.mirrored();
    if (!router().features().contains(Feature.MIRROR)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> router().render(mirrored, fresh()))
          .withMessageContaining("Traffic mirroring");
    }
  }

  private List<HasMetadata> rendered(int percent) {
    return router().render(Intents.plain(percent), fresh());
  }

  private LiveRoute live(int percent, List<HasMetadata> objects) {
    return router().live(Intents.plain(percent), Snapshot.of(objects)).orElseThrow();
  }
}
