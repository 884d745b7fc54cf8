package io.burgee.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.store.Listing;
import java.util.List;

/** How objects go out: whole, as table rows, or as their metadata only. */
sealed interface Rendering {
  /** One object. */
  ObjectNode one(ObjectNode object);

  /** The list with {@code metadata}. */
  ObjectNode list(List<ObjectNode> objects, ObjectNode metadata);

  /** The object of a bookmark. */
  default ObjectNode bookmark(ObjectNode object) {
    return object;
  }

  /** Picks the first rendering in the Accept header that is known. */
  static Rendering of(Call call, Endpoint endpoint, Tables tables) {
    for (var range : call.accept().split(",", -1)) {
      if (range.contains("g=meta.k8s.io") && range.contains("application/json")) {
        if (range.contains("as=Table") && range.contains("v=v1")) {
          var version = range.contains("v=v1beta1") ? "v1beta1" : "v1";
          return new AsTable(endpoint, tables, version, call.param("includeObject"));
        }
        if (range.contains("as=PartialObjectMetadata")) {
          return new AsMetadata(endpoint);
        }
      }
    }
    return new Whole(endpoint);
  }

  /** The metadata of a list that is complete. */
  static ObjectNode listMetadata(Listing listing) {
    return Json.object().put("resourceVersion", Long.toString(listing.revision()));
  }

  private static ObjectNode list(
      String apiVersion, String kind, ObjectNode metadata, List<? extends JsonNode> items) {
    var list = Json.object().put("kind", kind).put("apiVersion", apiVersion);
    list.set("metadata", metadata);
    list.putArray("items").addAll(items);
    return list;
  }

  /** The objects themselves. */
  record Whole(Endpoint endpoint) implements Rendering {
    @Override
    public ObjectNode one(ObjectNode object) {
      return endpoint.toClient().apply(object);
    }

    @Override
    public ObjectNode list(List<ObjectNode> objects, ObjectNode metadata) {
      var type = endpoint.shown();
      return Rendering.list(
          type.apiVersion(),
          type.kind() + "List",
          metadata,
          objects.stream().map(this::one).toList());
    }
  }

  /** Their metadata. */
  record AsMetadata(Endpoint endpoint) implements Rendering {
    private static final String VERSION = "meta.k8s.io/v1";

    @Override
    public ObjectNode one(ObjectNode object) {
      return partial(object);
    }

    @Override
    public ObjectNode list(List<ObjectNode> objects, ObjectNode metadata) {
      var items = objects.stream().map(AsMetadata::partial).toList();
      return Rendering.list(VERSION, "PartialObjectMetadataList", metadata, items);
    }

    static ObjectNode partial(ObjectNode object) {
      var partial = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", VERSION);
      partial.set("metadata", object.path("metadata"));
      return partial;
    }
  }

  /**
   * Rows for {@code kubectl get}. A watch says its columns once, so one instance serves one call.
   */
  final class AsTable implements Rendering {
    private final Endpoint endpoint;
    private final Tables tables;
    private final String version;
    private final String includeObject;
    private boolean columnsSaid;

    AsTable(Endpoint endpoint, Tables tables, String version, String includeObject) {
      this.endpoint = endpoint;
      this.tables = tables;
      this.version = "meta.k8s.io/" + version;
      this.includeObject = includeObject;
    }

    @Override
    public ObjectNode one(ObjectNode object) {
      var metadata = Json.object();
      metadata.set("resourceVersion", object.path("metadata").path("resourceVersion"));
      return list(List.of(object), metadata);
    }

    @Override
    public ObjectNode list(List<ObjectNode> objects, ObjectNode metadata) {
      var table = table(metadata);
      var columns = tables.columns(endpoint);
      if (!columnsSaid) {
        columns.forEach(column -> table.withArray("/columnDefinitions").add(column.definition()));
        columnsSaid = true;
      }
      var now = tables.now();
      var rows = table.putArray("rows");
      for (var object : objects) {
        var row = rows.addObject();
        var cells = row.putArray("cells");
        columns.forEach(column -> cells.add(column.cell(object, now)));
        switch (includeObject) {
          case "None" -> {}
          case "Object" -> row.set("object", endpoint.toClient().apply(object));
          default -> row.set("object", AsMetadata.partial(object));
        }
      }
      return table;
    }

    @Override
    public ObjectNode bookmark(ObjectNode object) {
      var table = table((ObjectNode) object.path("metadata"));
      table.putArray("rows");
      return table;
    }

    private ObjectNode table(ObjectNode metadata) {
      var table = Json.object().put("kind", "Table").put("apiVersion", version);
      table.set("metadata", metadata);
      table.putArray("columnDefinitions");
      return table;
    }
  }
}
