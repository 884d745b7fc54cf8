package io.burgee.kube;

import static io.burgee.kube.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.kube.FakeApi.Answer;
import io.burgee.kube.Leadership.Timing;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadershipTest {
  private static final NamespacedName NAME = NamespacedName.of("test", "leader");
  private static final String PATH = "/apis/coordination.k8s.io/v1/namespaces/test/leases/leader";
  private static final Timing QUICK =
      new Timing(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(20));

  private final FakeApi api = new FakeApi();
  private final KubernetesClient client = api.client();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void oneLeadsAndTheOtherFollowsAtOnceWhenItIsReleased() {
    try (var second = candidate("b")) {
      try (var first = candidate("a")) {
        first.start();
        eventually("a leads", () -> told.equals(List.of("a started")));
        second.start();
        eventually("b waits", () -> api.count("GET") > 5);
        assertThat(second.isLeader()).isFalse();
        assertThat(holder()).isEqualTo("a");
      }
      eventually("b leads", () -> told.equals(List.of("a started", "b started")));
      assertThat(api.get(PATH).at("/spec/leaseTransitions").asInt()).isEqualTo(1);
    }
    assertThat(holder()).isEmpty();
    assertThat(told).hasSize(2);
  }

  @Test
  void aSilentLeadersLeaseRunsOutByOurClock() {
    api.put(
        PATH,
        """
        {"apiVersion":"coordination.k8s.io/v1","kind":"Lease",
         "metadata":{"name":"leader","namespace":"test"},
         "spec":{"holderIdentity":"gone","leaseDurationSeconds":1,
           "renewTime":"2001-01-01T00:00:00.000000Z"}}""");
    try (var next = candidate("b")) {
      next.start();
      eventually("b looked", () -> api.count("GET") > 2);
      assertThat(next.isLeader()).isFalse();
      eventually("b leads", next::isLeader);
    }
  }

  @Test
  void whoCannotRenewLeadsNoMore() {
    try (var leader = candidate("a")) {
      leader.start();
      eventually("a leads", leader::isLeader);
      api.answer(r -> Optional.of(Answer.failure(503, "ServiceUnavailable", "away", "")));
      eventually("a lost", () -> told.contains("a lost"));
      assertThat(leader.isLeader()).isFalse();
    }
  }

  @Test
  void whoWasReplacedLeadsNoMore() {
    try (var leader = candidate("a")) {
      leader.start();
      eventually("a leads", leader::isLeader);
      var stolen = api.get(PATH).deepCopy();
      stolen.withObject("spec").put("holderIdentity", "thief");
      api.put(PATH, stolen.toString());
      eventually("a lost", () -> told.contains("a lost"));
    }
    assertThat(holder()).isEqualTo("thief");
  }

  @Test
  void aLeaderThatIsLeftInPeaceSendsOneRequestPerRenewal() {
    try (var leader = candidate("a")) {
      leader.start();
      eventually("some renewals", () -> api.count("PUT") > 5);
      assertThat(api.count("GET")).isEqualTo(1);
    }
  }

  private Leadership candidate(String identity) {
    return new Leadership(
        client,
        NAME,
        identity,
        QUICK,
        () -> told.add(identity + " started"),
        () -> told.add(identity + " lost"));
  }

  private String holder() {
    return api.get(PATH).at("/spec/holderIdentity").asText();
  }
}
