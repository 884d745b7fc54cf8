package io.burgee.operator.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.burgee.core.Reply;
import io.burgee.testsupport.FakeHooks;
import io.burgee.testsupport.HookAnswer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HookClientTest {
  private static final HookPayload PAYLOAD =
      new HookPayload(new Subject("shop", "prod", "0011"), "Progressing", Map.of("k", "v"));
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final FakeHooks server = FakeHooks.start();
  private final List<Duration> waits = new ArrayList<>();
  private final FakeTime time = new FakeTime();
  private final HookClient client = new HookClient(new Turns(8, 4), time);

  /** Real, but for the waits between attempts, which are over at once. */
  private final class FakeTime implements Time {
    private long waited;

    @Override
    public Instant now() {
      return Instant.parse("2026-01-01T10:00:00Z");
    }

    @Override
    public long nanos() {
      return System.nanoTime() + waited;
    }

    @Override
    public void pause(Duration time) {
      waits.add(time);
      waited += time.toNanos();
    }
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Reply ask(Webhook hook) throws InterruptedException {
    return client.post(hook, PAYLOAD, Map.of()).reply();
  }

  private Reply ask(HookAnswer... answers) throws InterruptedException {
    server.answer("/check", answers);
    return ask(Hooks.of("", server.url("/check"), answers.length - 1, PATIENT));
  }

  private static String silence(Reply reply) {
    return reply instanceof Reply.Silent(var why) ? why : Assertions.fail("not silent: " + reply);
  }

  private static String denial(Reply reply) {
    return reply instanceof Reply.No(var why) ? why : Assertions.fail("not denied: " + reply);
  }

  @Test
  void postsThePayloadAsJson() throws Exception {
    client.post(Hooks.at(server.url("/check?x=1")), PAYLOAD, Map.of("Idempotency-Key", "shop.1"));
    var request = server.requests("/check").getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo(PAYLOAD.json());
    assertThat(request.headers())
        .containsEntry("Content-type", List.of("application/json"))
        .containsEntry("Idempotency-key", List.of("shop.1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void yesIsAStatusUpTo202(int status) throws Exception {
    assertThat(ask(HookAnswer.status(status, ""))).isEqualTo(new Reply.Yes());
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 206, 299, 300, 304, 400, 401, 403, 404, 409, 418, 451})
  void anyOtherAnswerIsANoAndIsNotRepeated(int status) throws Exception {
    var denied = ask(HookAnswer.status(status, ""), HookAnswer.yes());
    assertThat(denial(denied)).contains(Integer.toString(status));
    assertThat(server.requests("/check")).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void aDenialIsTheTextOfTheAnswer() throws Exception {
    assertThat(ask(HookAnswer.no("Forbidden"))).isEqualTo(new Reply.No("Forbidden"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504, 599})
  void busyServersAreAskedAgainAndThenHaveNotAnswered(int status) throws Exception {
    var busy = HookAnswer.status(status, "out of order");
    assertThat(ask(busy, HookAnswer.yes())).isEqualTo(new Reply.Yes());
    assertThat(waits).containsExactly(Duration.ofSeconds(1));
    assertThat(silence(ask(busy, busy)))
        .startsWith(
            "POST " + server.url("/check") + " giving up after 2 attempt(s): status " + status)
        .endsWith(": out of order");
    assertThat(server.requests("/check")).hasSize(4);
  }

  @Test
  void aCheckThatFailedIsRepeatedAndThenADenialWithItsOutput() throws Exception {
    var failed = HookAnswer.status(500, "command bats failed: 1 of 7");
    assertThat(ask(failed, HookAnswer.yes())).isEqualTo(new Reply.Yes());
    assertThat(denial(ask(failed, failed)))
        .startsWith("POST " + server.url("/check") + " giving up after 2 attempt(s): status 500")
        .endsWith(": command bats failed: 1 of 7");
  }

  @Test
  void whatAServerCannotDoItIsNotAskedAgain() throws Exception {
    assertThat(silence(ask(HookAnswer.status(501, ""), HookAnswer.yes()))).contains("status 501");
    assertThat(server.requests("/check")).hasSize(1);
  }

  @Test
  void waitsDoubleUpTo30Seconds() throws Exception {
    server.answer("/check", HookAnswer.status(500, ""));
    ask(Hooks.of("", server.url("/check"), 7, PATIENT));
    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void manyRetriesEndAfterHalfAnHour() throws Exception {
    server.answer("/check", HookAnswer.status(500, ""));
    ask(Hooks.of("", server.url("/check"), Integer.MAX_VALUE, PATIENT));
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThanOrEqualTo(HookClient.LONGEST)
        .isGreaterThan(HookClient.LONGEST.minusMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "503, 7, 7",
    "429, 7, 7",
    "500, 7, 1",
    "503, 0, 1",
    "503, 86400, 30",
    "503, 99999999999999999999, 1",
    "503, soon, 1",
    "503, '', 1",
    "503, 'Thu, 01 Jan 2026 10:00:12 GMT', 12",
    "503, 'Thu, 01 Jan 2026 09:00:00 GMT', 1",
  })
  void aServerMaySayWhenToComeBackWithinBounds(int status, String header, long seconds)
      throws Exception {
    var busy = HookAnswer.status(status, "").with("Retry-After", header);
    assertThat(ask(busy, HookAnswer.yes())).isEqualTo(new Reply.Yes());
    assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    assertThat(server.requests("/check")).hasSize(2);
  }

  @Test
  void aServerThatInvitesToComeBackAtOnceIsNotAskedMoreOftenThanIsAllowed() throws Exception {
    silence(ask(HookAnswer.status(503, "").with("Retry-After", "0")));
    assertThat(server.requests("/check")).hasSize(1);
  }

  @Test
  void aHookThatHangsHasNotAnsweredInTime() throws Exception {
    server.answer("/check", HookAnswer.hang());
    assertThat(silence(ask(Hooks.of("", server.url("/check"), 1, SHORT))))
        .endsWith("giving up after 2 attempt(s): no answer within 0.3s");
  }

  @Test
  void aSlowAnswerIsAnAnswer() throws Exception {
    assertThat(ask(HookAnswer.yes().after(SHORT))).isEqualTo(new Reply.Yes());
  }

  @Test
  void aConnectionThatBreaksIsTriedAgain() throws Exception {
    assertThat(ask(HookAnswer.broken(), HookAnswer.yes())).isEqualTo(new Reply.Yes());
    assertThat(silence(ask(HookAnswer.broken()))).contains("the connection broke");
    assertThat(server.requests("/check")).hasSize(3);
  }

  @Test
  void anAddressThatNobodyListensAtIsNotReachable() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(silence(ask(Hooks.at("http://127.0.0.1:" + port + "/check"))))
        .endsWith("giving up after 1 attempt(s): not reachable: connection refused");
  }

  @Test
  void aNameThatNobodyKnowsIsNotReachable() throws Exception {
    assertThat(silence(ask(Hooks.at("http://nobody.invalid/check"))))
        .endsWith("not reachable: host nobody.invalid is not known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop", "ftp://shop/", "http://", "http://shop:99999/"})
  void whatIsNoUrlIsNotCalled(String url) throws Exception {
    assertThat(silence(ask(Hooks.at(url)))).isEqualTo("its url can't be called");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAtOnce() throws Exception {
    try (var tls = FakeHooks.startTls()) {
      var hook = Hooks.of("", tls.url("/check"), 3, PATIENT);
      assertThat(silence(ask(hook)))
          .contains("giving up after 1 attempt(s): certificate refused: ");
      assertThat(tls.requests()).isEmpty();
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void withDisableTlsAnyCertificateForAnyNameWillDo() throws Exception {
    try (var tls = FakeHooks.startTls()) {
      for (var url : List.of(tls.url("/a"), tls.url("/a").replace("127.0.0.1", "localhost"))) {
        var hook = new Webhook("check", "", url, PATIENT, 0, true, Map.of());
        assertThat(ask(hook)).isEqualTo(new Reply.Yes());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST", "308, POST"})
  void redirectsAreFollowedAsBrowsersDo(int status, String method) throws Exception {
    server.answer("/old", HookAnswer.redirect(status, "/new"));
    assertThat(ask(Hooks.at(server.url("/old")))).isEqualTo(new Reply.Yes());
    var followed = server.requests("/new").getFirst();
    assertThat(followed.method()).isEqualTo(method);
    assertThat(followed.body()).isEqualTo(method.equals("POST") ? PAYLOAD.json() : "");
  }

  @Test
  void aCircleOfRedirectsIsLeft() throws Exception {
    server.answer("/old", HookAnswer.redirect(307, "/old"));
    assertThat(denial(ask(Hooks.at(server.url("/old"))))).contains("redirect");
    assertThat(server.requests()).hasSize(11);
  }

  @Test
  void aRedirectNeverLeadsFromHttpsToHttp() throws Exception {
    try (var tls = FakeHooks.startTls()) {
      tls.answer("/old", HookAnswer.redirect(307, server.url("/new")));
      var hook = new Webhook("check", "", tls.url("/old"), PATIENT, 0, true, Map.of());
      assertThat(denial(ask(hook))).contains("status 307").contains("redirect");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void credentialsInTheUrlAreUsedThereOnly() throws Exception {
    try (var other = FakeHooks.start()) {
      server.answer("/old", HookAnswer.redirect(307, other.url("/new")));
      ask(Hooks.at(server.url("/old").replace("127", "bob:s3cret@127")));
      assertThat(server.requests("/old").getFirst().headers()).containsKey("Authorization");
      assertThat(other.requests("/new").getFirst().headers()).doesNotContainKey("Authorization");
    }
  }

  @Test
  void credentialsAndQueryAreNotShown() throws Exception {
    server.answer("/check", HookAnswer.status(502, ""));
    var url = server.url("/check").replace("127", "bob:s3cret@127") + "?token=s3cret#s3cret";
    assertThat(silence(ask(Hooks.at(url)))).contains(server.url("/check")).doesNotContain("s3cret");
  }

  @Test
  void aHostileTextIsCutAndStripped() throws Exception {
    var reply = ask(HookAnswer.no("\u001b[2Jgo\r\n\taway\u202e\u0000 now " + "x".repeat(100_000)));
    assertThat(denial(reply)).startsWith("[2Jgo away now xxx").hasSizeLessThan(510).endsWith("...");
  }

  @Test
  void bytesThatAreNoTextAreNotShown() throws Exception {
    assertThat(Page.line("a\uFFFD\uFFFDb\uD800", 10)).isEqualTo("a b");
    assertThat(Page.line("x😀".repeat(10), 2)).isEqualTo("x...");
  }

  @Test
  void anAnswerWhoseBodyNeverEndsCounts() throws Exception {
    server.answer("/no", HookAnswer.drip(403));
    server.answer("/yes", HookAnswer.drip(200));
    assertThat(ask(Hooks.of("", server.url("/yes"), 0, PATIENT))).isEqualTo(new Reply.Yes());
    var hook = Hooks.of("", server.url("/no"), 0, Duration.ofSeconds(1));
    assertThat(denial(ask(hook))).startsWith(".");
  }

  @Test
  void anInterruptEndsACall() throws Exception {
    server.answer("/check", HookAnswer.hang());
    var ended = new CompletableFuture<Boolean>();
    var caller =
        Thread.startVirtualThread(
            () -> {
              try {
                ended.complete(ask(Hooks.at(server.url("/check"))) == null);
              } catch (InterruptedException e) {
                ended.complete(true);
              }
            });
    awaitRequests(1);
    caller.interrupt();
    assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aHostThatHangsDoesNotHoldUpOthers() throws Exception {
    server.answer("/check", HookAnswer.hang());
    var callers = new ArrayList<Thread>();
    for (int i = 0; i < 10; i++) {
      callers.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  ask(Hooks.at(server.url("/check")));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    awaitRequests(4); // as many as one host may have open
    var other = server.url("/other").replace("127.0.0.1", "localhost");
    assertThat(ask(Hooks.at(other))).isEqualTo(new Reply.Yes());
    assertThat(silence(ask(Hooks.of("", server.url("/check"), 0, SHORT))))
        .endsWith("not called within 0.3s, as too many calls to its host are open");
    callers.forEach(Thread::interrupt);
    for (var caller : callers) {
      caller.join();
    }
    assertThat(ask(Hooks.at(server.url("/other")))).isEqualTo(new Reply.Yes());
  }

  private void awaitRequests(int number) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (server.requests("/check").size() < number) {
      assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
      new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
    }
  }
}
