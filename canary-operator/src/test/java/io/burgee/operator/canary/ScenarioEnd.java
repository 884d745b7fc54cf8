package io.burgee.operator.canary;

import java.util.List;

/**
 * How one scenario ends.
 *
 * @param phases what people called it, in order; the last one stays
 * @param told words of the event that says why it ended so; without the namespace
 * @param routes what the routes did, in order
 * @param primary the tag that the primary runs, or "gone"
 * @param target how many pods the target is to have
 * @param dropped what could have cost requests, in words
 */
record ScenarioEnd(
    List<String> phases,
    String told,
    List<String> routes,
    String primary,
    int target,
    List<String> dropped) {

  /** What is there now, and what led there; {@code told} if it was. */
  static ScenarioEnd of(Harness harness, String namespace, String told, List<String> dropped) {
    var shop = new Shop(harness, namespace);
    var image = Shop.image(shop.primary());
    return new ScenarioEnd(
        harness.history.phases(namespace),
        shop.events().stream().anyMatch(event -> plain(event, namespace).contains(told))
            ? told
            : "",
        harness.history.routes(namespace),
        image.isEmpty() ? "gone" : image.substring(image.indexOf(':') + 1),
        shop.target().at("/spec/replicas").asInt(),
        dropped);
  }

  /** An event's words without the namespace. */
  static String plain(String message, String namespace) {
    return message.replace("." + namespace, "");
  }
}
