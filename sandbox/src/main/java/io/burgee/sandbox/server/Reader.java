package io.burgee.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.schema.Problem;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Listing;
import io.burgee.sandbox.store.Meta;
import io.burgee.sandbox.store.Store;
import java.util.Base64;
import java.util.List;

/** Gets and lists. */
final class Reader {
  private final Store store;
  private final Tables tables;

  Reader(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  Reply get(Call call, Target target) {
    var object = find(target);
    return Reply.ok(Rendering.of(call, target.endpoint(), tables).one(object));
  }

  /** The target's object; 404 in the words of the version that was asked for. */
  ObjectNode find(Target target) {
    return store
        .get(target.endpoint().stored(), target.key())
        .orElseThrow(() -> ApiFailure.notFound(target.endpoint().shown(), target.name()));
  }

  Reply list(Call call, Target target) {
    var page = page(call, target);
    var rendering = Rendering.of(call, target.endpoint(), tables);
    return Reply.ok(rendering.list(page.objects(), page.metadata()));
  }

  /** A part of a list, with the list's metadata. */
  record Page(List<ObjectNode> objects, ObjectNode metadata) {}

  Page page(Call call, Target target) {
    var selection = Selection.of(call, target.endpoint(), store.types());
    var token = Token.parse(call.param("continue"));
    var listing = listing(call, target, token);
    var objects =
        listing.objects().stream()
            .filter(
                object -> token.last().isEmpty() || position(object).compareTo(token.last()) > 0)
            .filter(selection::matches)
            .toList();
    var metadata = Rendering.listMetadata(listing);
    var limit = limit(call);
    if (limit == 0 || objects.size() <= limit) {
      return new Page(objects, metadata);
    }
    var page = objects.subList(0, limit);
    metadata.put("continue", new Token(listing.revision(), position(page.getLast())).text());
    if (selection.all()) {
      metadata.put("remainingItemCount", objects.size() - limit);
    }
    return new Page(page, metadata);
  }

  private Listing listing(Call call, Target target, Token token) {
    var type = target.endpoint().stored();
    var match = call.param("resourceVersionMatch");
    var version = call.param("resourceVersion");
    if (token.revision() > 0) {
      return store.listAt(type, target.namespace(), token.revision());
    }
    if (version.isEmpty() && !match.isEmpty() && !call.flag("watch")) {
      throw Failures.invalidOptions(
          "ListOptions",
          new Problem(
              "FieldValueForbidden",
              "resourceVersionMatch",
              "Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided"));
    }
    var revision = revision(version);
    if (revision > store.revision()) {
      throw tooLarge(revision, store.revision());
    }
    var exact = match.equals("Exact") || (match.isEmpty() && limit(call) > 0 && revision > 0);
    return exact
        ? store.listAt(type, target.namespace(), revision)
        : store.list(type, target.namespace());
  }

  /** A resourceVersion parameter as a number; 0 when it is empty. */
  static long revision(String text) {
    try {
      return text.isEmpty() ? 0 : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw ApiFailure.badRequest("Invalid value: \"" + text + "\": invalid resource version");
    }
  }

  static ApiFailure tooLarge(long wanted, long current) {
    var cause = new Problem("ResourceVersionTooLarge", "", "Too large resource version");
    return new ApiFailure(
        504,
        "Timeout",
        "Timeout: Too large resource version: %d, current: %d".formatted(wanted, current),
        new ApiFailure.Details("", "", "", List.of(cause)));
  }

  private static int limit(Call call) {
    var text = call.param("limit");
    try {
      return text.isEmpty() ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw ApiFailure.badRequest("limit: not a number: " + text);
    }
  }

  /** Sorts as the store lists; namespaces can't contain the separator. */
  private static String position(ObjectNode object) {
    return Meta.namespace(object) + '\0' + Meta.name(object);
  }

  /** Where the next page begins: after {@code last}, as of {@code revision}. */
  private record Token(long revision, String last) {
    static Token parse(String text) {
      if (text.isEmpty()) {
        return new Token(0, "");
      }
      try {
        var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
        return new Token(Long.parseLong(parts[0]), parts[1]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw ApiFailure.badRequest("continue key is not valid: " + e.getMessage());
      }
    }

    String text() {
      var plain = (revision + " " + last).getBytes(UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
  }
}
