package io.burgee.testsupport;

import java.time.Duration;
import java.util.Map;

/**
 * One answer of a {@link FakeHooks}.
 *
 * @param how what becomes of the request
 * @param delay before it
 */
public record HookAnswer(
    How how, int status, String body, Map<String, String> headers, Duration delay) {

  /** What a server can do with a request. */
  public enum How {
    ANSWER,
    /** Leave it open until the server closes. */
    HANG,
    /** Close the connection without a word. */
    BREAK,
    /** Send the head and a byte of the body at a time, for ever. */
    DRIP
  }

  /** As the load tester approves. */
  public static HookAnswer yes() {
    return status(200, "OK");
  }

  /** As the load tester forbids, with another text. */
  public static HookAnswer no(String text) {
    return status(403, text);
  }

  public static HookAnswer status(int status, String body) {
    return new HookAnswer(How.ANSWER, status, body, Map.of(), Duration.ZERO);
  }

  public static HookAnswer redirect(int status, String to) {
    return status(status, "").with("Location", to);
  }

  public static HookAnswer hang() {
    return new HookAnswer(How.HANG, 0, "", Map.of(), Duration.ZERO);
  }

  public static HookAnswer broken() {
    return new HookAnswer(How.BREAK, 0, "", Map.of(), Duration.ZERO);
  }

  public static HookAnswer drip(int status) {
    return new HookAnswer(How.DRIP, status, "", Map.of(), Duration.ZERO);
  }

  public HookAnswer after(Duration time) {
    return new HookAnswer(how, status, body, headers, time);
  }

  /** With one header besides. */
  public HookAnswer with(String header, String value) {
    var all = new java.util.HashMap<>(headers);
    all.put(header, value);
    return new HookAnswer(how, status, body, Map.copyOf(all), delay);
  }
}
