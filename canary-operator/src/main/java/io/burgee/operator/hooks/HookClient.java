package io.burgee.operator.hooks;

import io.burgee.core.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Calls webhooks. Blocks the calling thread, which should be a virtual one; an interrupt ends a
 * call at once.
 */
public final class HookClient implements AutoCloseable {
  private static final int AT_ONCE = 2048;
  private static final int PER_HOST = 1024;
  private static final int MOST_REDIRECTS = 10;

  /** After it no further attempt begins, however many retries there are. */
  static final Duration LONGEST = Duration.ofMinutes(30);

  private final Wire wire = new Wire();
  private final Turns turns;
  private final Time time;

  public HookClient() {
    this(new Turns(AT_ONCE, PER_HOST), Time.SYSTEM);
  }

  HookClient(Turns turns, Time time) {
    this.turns = turns;
    this.time = time;
  }

  /** Calls it, as often as it has to be and may be called. */
  Answered post(Webhook hook, HookPayload payload, Map<String, String> headers)
      throws InterruptedException {
    var url = HttpUrl.parse(hook.url().strip());
    if (url == null) {
      return Answered.silent("its url can't be called", false);
    }
    var request = Requests.post(url, payload, headers);
    var began = time.nanos();
    for (int attempt = 1; ; attempt++) {
      var answered = attempt(hook, request);
      var wait = answered.retryAfter().orElse(Waits.after(attempt));
      var late = time.nanos() - began + wait.toNanos() > LONGEST.toNanos();
      if (!answered.again() || attempt > hook.retries() || late) {
        return told(answered, url, attempt);
      }
      time.pause(wait);
    }
  }

  /** Calls under way are cut off. */
  @Override
  public void close() {
    wire.close();
  }

  /** In Flagger's words, which say where it was called. */
  private static Answered told(Answered answered, HttpUrl url, int attempts) {
    var text = "POST %s giving up after %d attempt(s): %s";
    return switch (answered.reply()) {
      case Reply.Yes() -> answered;
      case Reply.No(var why) ->
          answered.again()
              ? Answered.no(text.formatted(Requests.shown(url), attempts, why), answered.brief())
              : answered;
      case Reply.Silent(var why) ->
          Answered.silent(
              text.formatted(Requests.shown(url), attempts, why), answered.brief(), false);
    };
  }

  private Answered attempt(Webhook hook, Request request) throws InterruptedException {
    var end = time.nanos() + hook.timeout().toNanos();
    var turn = turns.take(request.url().host(), hook.timeout());
    if (turn.isEmpty()) {
      var why = "not called within %s, as too many calls to its host are open";
      return Answered.silent(why.formatted(words(hook.timeout())), true);
    }
    try {
      return follow(hook, request, end);
    } finally {
      turn.get().close();
    }
  }

  /** Sends it, and wherever it is redirected to, before the time is over. */
  private Answered follow(Webhook hook, Request first, long end) throws InterruptedException {
    var request = first;
    for (int hop = 0; ; hop++) {
      var left = Duration.ofNanos(end - time.nanos());
      if (!left.isPositive()) {
        return Failures.slow(words(hook.timeout()));
      }
      Page page;
      try {
        page = wire.send(request, hook.anyCertificate(), left);
      } catch (IOException e) {
        return Failures.of(e, request.url().host(), words(hook.timeout()));
      }
      if (!page.redirects()) {
        return judged(page);
      }
      var next =
          hop < MOST_REDIRECTS ? Requests.redirected(request, page) : Optional.<Request>empty();
      if (next.isEmpty()) {
        return Answered.no(page.head() + ", a redirect that is not followed", page.head());
      }
      request = next.get();
    }
  }

  private Answered judged(Page page) {
    if (page.isYes()) {
      return Answered.yes();
    }
    if (!page.isSilence()) {
      return page.isWorthAnotherTry()
          ? Answered.no(page.full(), page.head()).another()
          : Answered.no(page.said(), page.head());
    }
    var asked =
        page.status() == 429 || page.status() == 503
            ? page.retryAfter().flatMap(header -> Waits.asked(header, time.now()))
            : Optional.<Duration>empty();
    return Answered.silent(page.full(), page.head(), page.isWorthAnotherTry()).after(asked);
  }

  /** Such as {@code 1.5s} or {@code 2m}. */
  private static String words(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
