package io.burgee.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
