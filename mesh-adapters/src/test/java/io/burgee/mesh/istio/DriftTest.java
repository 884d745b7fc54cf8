package io.burgee.mesh.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Traffic;
import io.burgee.core.Weight;
import io.burgee.mesh.Affinity;
import io.burgee.mesh.Cookie;
import io.burgee.mesh.Intents;
import io.burgee.mesh.LiveRoute;
import io.burgee.mesh.RouteIntent;
import io.burgee.mesh.Snapshot;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that someone changed behind our back, and how they are repaired. */
class DriftTest {
  private static final String INSIDERS = "match: [{headers: {x-canary: {exact: insider}}}]";
  private static final Traffic MATCHED = new Traffic(Weight.ZERO, false, true);
  private static final Traffic MIRRORED = new Traffic(Weight.ZERO, true, false);
  private static final Traffic THIRTY = Traffic.of(new Weight(30));

  private final IstioRouter router = new IstioRouter("networking.istio.io/v1beta1");
  private final RouteIntent sticky =
      Intents.of("port: 9898", "{}", THIRTY).with(Intents.affinity());

  @Test
  void insidersOfWhomOnlySomeReachTheCanaryAreSeen() {
    var intent = Intents.of("port: 9898", INSIDERS, MATCHED);
    assertRepaired(intent, "weight: 100", "weight: 70", new LiveRoute(MATCHED, false));
  }

  @Test
  void aRuleForInsidersThatIsGoneIsSeen() {
    var intent = Intents.of("port: 9898", INSIDERS, MATCHED);
    assertRepaired(
        intent, "host: \"podinfo-canary\"", "host: \"x\"", new LiveRoute(Traffic.NONE, false));
  }

  @ParameterizedTest
  @CsvSource({"value: 50, value: 5", "mirrorPercentage, other", "mirror:, fault:"})
  void anotherShareOfCopiesIsSeen(String ours, String theirs) {
    var intent = Intents.of("port: 9898", "mirrorWeight: 50", MIRRORED);
    var mirrored = !ours.equals("mirror:");
    assertRepaired(
        intent, ours, theirs, new LiveRoute(new Traffic(Weight.ZERO, mirrored, false), false));
  }

  @Test
  void aCookieThatKeepsClientsOfACanaryThatGetsNewOnesIsNoMatch() {
    assertThat(live(sticky, router.render(sticky, Snapshot.EMPTY).getLast()))
        .isEqualTo(new LiveRoute(THIRTY, true));
  }

  @Test
  void aCookieThatKeepsClientsOfACanaryThatIsToHaveNoneIs() {
    assertRepaired(sticky, "weight: 30", "weight: 0", new LiveRoute(MATCHED, false));
  }

  @ParameterizedTest
  @CsvSource({
    "CURRENTABC, ANOTHERABC",
    "Max-Age=86400, Max-Age=1",
    "Max-Age=15, Max-Age=1",
    ".*pc.*, .*px.*"
  })
  void aCookieThatWasEditedIsSeen(String ours, String theirs) {
    assertRepaired(sticky, ours, theirs, new LiveRoute(THIRTY, false));
  }

  @Test
  void aCookieOfAnotherRunIsSeenAndReplaced() {
    var before = router.render(sticky, Snapshot.EMPTY).getLast();
    var next =
        sticky.with(
            new Affinity(
                new Cookie("cc", "NEXTABCDEF"),
                Optional.of(new Cookie("cc", "CURRENTABC")),
                Optional.of(new Cookie("pc", "PRIMARYABC")),
                86_400,
                15,
                Affinity.Attributes.NONE));
    assertThat(live(next, before)).isEqualTo(new LiveRoute(THIRTY, false));
  }

  @Test
  void weightsThatMeanTheSameButDoNotAddUpAreMadeToAddUp() {
    var intent = Intents.plain(50);
    assertRepaired(
        intent, "weight: 50", "weight: 7", new LiveRoute(Traffic.of(new Weight(50)), false));
  }

  @ParameterizedTest
  @CsvSource({"tls, false", "tcp, false", "http, true"})
  void otherProtocolsThatLeadToTheCanaryAreTakenOut(String protocol, boolean tcp) {
    var service = "port: 9898" + (tcp ? "\nappProtocol: tcp" : "");
    var intent = Intents.of(service, "{}", Traffic.NONE);
    assertRepaired(
        intent,
        "spec:",
        "spec:\n  " + protocol + ": [{route: [{destination: {host: podinfo-canary}}]}]",
        new LiveRoute(MATCHED, false));
  }

  @Test
  void gatewaysOfADelegateAreTakenOut() {
    assertRepaired(
        Intents.of("port: 80\ndelegation: true", 30),
        "spec:",
        "spec:\n  gateways: [public]",
        new LiveRoute(THIRTY, false));
  }

  @Test
  void whatOthersAddBesideTheRoutesStays() {
    var edited = edited(router.render(sticky, Snapshot.EMPTY).getLast(), "spec:", "spec:\n  x: 1");
    assertThat(live(sticky, edited)).isEqualTo(new LiveRoute(THIRTY, true));
  }

  private void assertRepaired(RouteIntent intent, String ours, String theirs, LiveRoute seen) {
    var edited = edited(router.render(intent, Snapshot.EMPTY).getLast(), ours, theirs);
    assertThat(live(intent, edited)).isEqualTo(seen);
    var repaired = router.render(intent, snapshot(intent, edited)).getLast();
    assertThat(live(intent, repaired)).isEqualTo(new LiveRoute(intent.traffic(), true));
    assertThat(router.render(intent, snapshot(intent, repaired)).getLast()).isEqualTo(repaired);
  }

  private LiveRoute live(RouteIntent intent, HasMetadata route) {
    return router.live(intent.with(Traffic.NONE), snapshot(intent, route)).orElseThrow();
  }

  private Snapshot snapshot(RouteIntent intent, HasMetadata route) {
    var objects = new ArrayList<>(router.render(intent, Snapshot.EMPTY));
    objects.set(objects.size() - 1, route);
    return Snapshot.of(objects);
  }

  private static GenericKubernetesResource edited(HasMetadata route, String ours, String theirs) {
    var yaml = Serialization.asYaml(route);
    assertThat(yaml).contains(ours);
    return Serialization.unmarshal(yaml.replace(ours, theirs), GenericKubernetesResource.class);
  }
}
