package io.burgee.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.burgee.sandbox.store.ApiFailure;
import io.burgee.sandbox.store.Kinds;
import io.burgee.sandbox.store.ResourceType.Trait;
import io.burgee.sandbox.store.Store;
import io.burgee.sandbox.store.Subresource;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Finds what a request names and has it answered; every failure becomes a {@code Status}. */
final class Dispatcher implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  private final Plain plain;
  private final Catalog catalog;
  private final Reader reader;
  private final Watcher watcher;
  private final Writer writer;
  private final Patcher patcher;
  private final Scaler scaler;

  Dispatcher(Store store, Clock clock) {
    var tables = new Tables(store.types(), clock);
    this.catalog = new Catalog(store.types());
    this.plain = new Plain(catalog);
    this.reader = new Reader(store, tables);
    this.watcher = new Watcher(store, tables);
    this.writer = new Writer(store, tables, reader);
    this.patcher = new Patcher(store, writer);
    this.scaler = new Scaler(store, reader, patcher);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      var call = Call.of(exchange);
      var path = ResourcePath.parse(call.path());
      if (path.isEmpty()) {
        plain.answer(call).send(exchange, call.warnings());
        return;
      }
      var review = catalog.review(path.get().group(), path.get().version(), path.get().plural());
      if (review.isPresent() && call.method().equals("POST")) {
        Reviews.answer(call, review.get()).send(exchange, call.warnings());
        return;
      }
      var target = path.get().target(catalog);
      if (call.method().equals("GET") && call.flag("watch") && target.name().isEmpty()) {
        watcher.watch(call, target, exchange);
      } else {
        resource(call, target).send(exchange, call.warnings());
      }
    } catch (ApiFailure failure) {
      Reply.of(failure).send(exchange, List.of());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, exchange.getRequestURI() + " failed", e);
      Reply.of(Failures.internal(e)).send(exchange, List.of());
    }
  }

  private Reply resource(Call call, Target target) {
    if (target.name().isEmpty()) {
      return switch (call.method()) {
        case "GET" -> reader.list(call, target);
        case "POST" -> writer.create(call, target);
        case "DELETE" -> {
          require(!target.endpoint().stored().equals(Kinds.NAMESPACES));
          yield writer.deleteCollection(call, target);
        }
        default -> throw Failures.methodNotAllowed();
      };
    }
    return switch (target.subresource()) {
      case "" -> object(call, target, Subresource.NONE);
      case "status" -> {
        require(target.endpoint().stored().has(Trait.STATUS));
        yield object(call, target, Subresource.STATUS);
      }
      case "finalize" -> {
        require(target.endpoint().stored().equals(Kinds.NAMESPACES));
        yield object(call, target, Subresource.FINALIZE);
      }
      case "scale" -> {
        var paths = target.endpoint().stored().scale();
        if (paths == null) {
          throw Failures.noSuchResource();
        }
        yield scaler.handle(call, target, paths);
      }
      default -> throw Failures.noSuchResource();
    };
  }

  private Reply object(Call call, Target target, Subresource subresource) {
    return switch (call.method()) {
      case "GET" -> reader.get(call, target);
      case "PUT" -> writer.update(call, target, subresource);
      case "PATCH" -> patcher.patch(call, target, subresource);
      case "DELETE" -> {
        require(subresource == Subresource.NONE);
        yield writer.delete(call, target);
      }
      default -> throw Failures.methodNotAllowed();
    };
  }

  private static void require(boolean served) {
    if (!served) {
      throw Failures.noSuchResource();
    }
  }
}
