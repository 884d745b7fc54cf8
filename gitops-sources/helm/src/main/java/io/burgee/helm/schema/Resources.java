package io.burgee.helm.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.burgee.helm.limit.Meter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The schemas of a document by their addresses, as references name them. */
final class Resources {
  /** Known without being fetched. */
  private static final Pattern DRAFT =
      Pattern.compile(
          "https?://json-schema\\.org/"
              + "(draft-0[467]/schema|draft/(2019-09|2020-12)/(schema|meta/[a-z-]+))");

  private static final Pattern WRONG_ESCAPE = Pattern.compile("~([^01]|$)");

  /**
   * A schema with an address of its own; references in it are relative to that.
   *
   * @param place how errors name it
   */
  record Resource(URI address, String place, ObjectNode schema, Map<String, ObjectNode> anchors) {
    Resource(URI address, String place, ObjectNode schema) {
      this(address, place, schema, new HashMap<>());
    }
  }

  /** What a reference leads to. */
  record Target(String address, JsonNode schema, Resource resource) {}

  private record Part(ObjectNode schema, Resource in) {}

  private final Subschemas subschemas;
  private final Meter meter;
  private final Map<URI, Resource> byAddress = new HashMap<>();
  private final IdentityHashMap<ObjectNode, Resource> known = new IdentityHashMap<>();

  Resources(ObjectNode root, Subschemas subschemas, Meter meter) {
    this.subschemas = subschemas;
    this.meter = meter;
    var file = URI.create(Drafts.BASE);
    var own = subschemas.refersOnly(root) ? null : address(root, file);
    var document = new Resource(own == null ? file : own, Drafts.BASE, root);
    byAddress.put(file, document);
    byAddress.put(document.address(), document);
    add(root, document);
  }

  boolean has(ObjectNode schema) {
    return known.containsKey(schema);
  }

  /** Takes up a schema with all that are in it. */
  void add(ObjectNode schema, Resource in) {
    var ahead = new ArrayDeque<Part>();
    ahead.push(new Part(schema, in));
    while (!ahead.isEmpty()) {
      meter.step();
      var part = ahead.pop();
      var resource = named(part.schema(), part.in());
      known.put(part.schema(), resource);
      subschemas.used(part.schema(), each -> ahead.push(new Part(each, resource)));
      subschemas.defined(part.schema(), each -> ahead.push(new Part(each, resource)));
    }
  }

  /** Notes what names the schema has. */
  private Resource named(ObjectNode schema, Resource in) {
    if (subschemas.refersOnly(schema)) {
      return in;
    }
    var address = address(schema, in.address());
    var resource =
        address == null
            ? in
            : byAddress.computeIfAbsent(address, it -> new Resource(it, it.toString(), schema));
    if (subschemas.draft().compareTo(VersionFlag.V201909) < 0) {
      anchor(fragment(id(schema)), schema, resource);
    } else {
      anchor(schema.path("$anchor").asText(), schema, resource);
    }
    if (subschemas.draft() == VersionFlag.V202012) {
      anchor(schema.path("$dynamicAnchor").asText(), schema, resource);
    }
    return resource;
  }

  private @Nullable URI address(ObjectNode schema, URI base) {
    var id = withoutFragment(id(schema));
    return id.isEmpty() ? null : resolve(base, id);
  }

  private String id(ObjectNode schema) {
    return schema.path(subschemas.draft() == VersionFlag.V4 ? "id" : "$id").asText();
  }

  private static void anchor(String name, ObjectNode schema, Resource in) {
    if (!name.isEmpty()) {
      in.anchors().put(name, schema);
    }
  }

  /**
   * Null if it is none of this document's, but known.
   *
   * @throws IllegalArgumentException if it leads nowhere, or to where it may not
   */
  @Nullable Target target(String reference, ObjectNode from) {
    var in = Objects.requireNonNull(known.get(from), "a schema that was not added");
    var document = withoutFragment(reference);
    var address = resolve(in.address(), document);
    var resource = document.isEmpty() ? in : byAddress.get(address);
    if (resource != null) {
      return target(fragment(reference), resource);
    }
    if (address != null && isKnown(address)) {
      return null;
    }
    throw new IllegalArgumentException("the schema can't be used: it refers to " + reference);
  }

  private static Target target(String fragment, Resource resource) {
    if (!fragment.isEmpty() && !fragment.startsWith("/")) {
      return anchored(fragment, resource);
    }
    var address = resource.place() + "#" + fragment;
    if (WRONG_ESCAPE.matcher(fragment).find()) {
      throw new IllegalArgumentException("invalid json-pointer \"" + address + "\"");
    }
    var schema = resource.schema().at(JsonPointer.compile(fragment));
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("json-pointer in \"" + address + "\" not found");
    }
    return new Target(address, schema, resource);
  }

  private static Target anchored(String name, Resource resource) {
    var address = resource.address() + "#" + name;
    var schema = resource.anchors().get(name);
    if (schema == null) {
      throw new IllegalArgumentException(
          "anchor in \"" + address + "\" not found in schema \"" + resource.place() + "\"");
    }
    return new Target(address, schema, resource);
  }

  /** Drafts, and names that are no places: they allow everything, as with Helm. */
  private static boolean isKnown(URI address) {
    return "urn".equals(address.getScheme()) || DRAFT.matcher(address.toString()).matches();
  }

  private static String withoutFragment(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  private static String fragment(String reference) {
    int hash = reference.indexOf('#');
    var fragment = hash < 0 ? "" : reference.substring(hash + 1);
    return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static @Nullable URI resolve(URI base, String reference) {
    try {
      return base.resolve(new URI(reference));
    } catch (URISyntaxException e) {
      return null; // Go takes it, but nothing can be there
    }
  }
}
