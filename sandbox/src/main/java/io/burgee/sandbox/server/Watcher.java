package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Change;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Streams changes, one JSON object a line, until the client leaves or its time is up. */
final class Watcher {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration BOOKMARKS = Duration.ofSeconds(30);

  private final Store store;
  private final Tables tables;

  Watcher(Store store, Tables tables) {
    this.store = store;
    this.tables = tables;
  }

  void watch(Call call, Target target, HttpExchange exchange) throws IOException {
    var selection = Selection.of(call, target.endpoint(), store.types());
    var timeout = timeout(call);
    var revision = Reader.revision(call.param("resourceVersion"));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      var stream = new Stream(call, target, selection, out);
      try (var watch = open(call, target, revision)) {
        stream.run(watch, System.nanoTime() + timeout.toNanos());
      } catch (ApiFailure failure) {
        stream.send("ERROR", Reply.status(failure));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Watch open(Call call, Target target, long revision) {
    var type = target.endpoint().stored();
    return revision == 0 || call.flag("sendInitialEvents")
        ? store.watchAll(type, target.namespace())
        : store.watchSince(type, target.namespace(), revision);
  }

  private static Duration timeout(Call call) {
    var text = call.param("timeoutSeconds");
    try {
      var wanted = text.isEmpty() ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
      return wanted.compareTo(LONGEST) < 0 && wanted.isPositive() ? wanted : LONGEST;
    } catch (NumberFormatException | ArithmeticException e) {
      throw ApiFailure.badRequest("timeoutSeconds: not a number: " + text);
    }
  }

  /** One client's stream. */
  private final class Stream {
    private final Call call;
    private final Endpoint endpoint;
    private final Selection selection;
    private final Rendering rendering;
    private final OutputStream out;

    Stream(Call call, Target target, Selection selection, OutputStream out) {
      this.call = call;
      this.endpoint = target.endpoint();
      this.selection = selection;
      this.rendering = Rendering.of(call, endpoint, tables);
      this.out = out;
    }

    void run(Watch watch, long deadline) throws IOException, InterruptedException {
      var initial = watch.initial();
      for (var object : initial.objects()) {
        if (selection.matches(object)) {
          write("ADDED", rendering.one(object));
        }
      }
      out.flush();
      if (call.flag("sendInitialEvents") && call.flag("allowWatchBookmarks")) {
        bookmark(initial.revision(), true);
      }
      follow(watch, deadline);
      if (watch.ended()) {
        send("ERROR", Reply.status(ApiFailure.expired("the watch was ended; list again")));
      }
    }

    private void follow(Watch watch, long deadline) throws IOException, InterruptedException {
      while (!watch.ended() && deadline - System.nanoTime() > 0) {
        var left = Duration.ofNanos(deadline - System.nanoTime());
        var change = watch.poll(left.compareTo(BOOKMARKS) < 0 ? left : BOOKMARKS);
        if (change != null) {
          tell(change);
          if (watch.drained()) {
            out.flush();
          }
        } else if (call.flag("allowWatchBookmarks") && !watch.ended()) {
          var settled = store.revision();
          if (watch.drained()) {
            bookmark(settled, false);
          }
        }
      }
    }

    private void tell(Change change) throws IOException {
      var kind = selection.seen(change);
      if (kind.isPresent()) {
        write(kind.get().name(), rendering.one(change.object()));
      }
    }

    private void bookmark(long revision, boolean initialEnd) throws IOException {
      var object = Json.object().put("kind", endpoint.shown().kind());
      object.put("apiVersion", endpoint.shown().apiVersion());
      var metadata = object.putObject("metadata");
      metadata.put("resourceVersion", Long.toString(revision)).putNull("creationTimestamp");
      if (initialEnd) {
        metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
      }
      send("BOOKMARK", rendering.bookmark(object));
    }

    void send(String type, ObjectNode object) throws IOException {
      write(type, object);
      out.flush();
    }

    private void write(String type, ObjectNode object) throws IOException {
      var event = Json.object().put("type", type);
      event.set("object", object);
      out.write(Json.bytes(event));
      out.write('\n');
    }
  }
}
