package io.burgee.sandbox.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The entries of an object's managed fields. */
final class Owners {
  static final String APPLY = "Apply";
  static final String UPDATE = "Update";
  private static final String NO_TIME = "";

  /** One owner. For an apply the version is empty: a manager's next apply may speak another. */
  record Owner(String manager, String operation, String apiVersion, String subresource) {
    static Owner of(FieldWriter writer, String operation) {
      var version = operation.equals(APPLY) ? "" : writer.apiVersion();
      return new Owner(writer.manager(), operation, version, writer.subresource());
    }
  }

  /** What an owner has, and since when; the time is empty when the entry has none. */
  record Claim(FieldSet fields, String apiVersion, String time) {
    Claim with(FieldSet other) {
      return new Claim(other, apiVersion, time);
    }
  }

  private static final Comparator<Map.Entry<Owner, Claim>> ORDER =
      Comparator.comparing((Map.Entry<Owner, Claim> e) -> e.getKey().operation())
          .thenComparing(e -> e.getValue().time())
          .thenComparing(e -> e.getKey().manager())
          .thenComparing(e -> e.getValue().apiVersion())
          .thenComparing(e -> e.getKey().subresource());

  private final Map<Owner, Claim> claims = new LinkedHashMap<>();

  /** Reads {@code metadata.managedFields}; entries of an unknown form are left out. */
  static Owners of(JsonNode object) {
    var owners = new Owners();
    for (var entry : object.path("metadata").path("managedFields")) {
      var operation = entry.path("operation").asText();
      var version = entry.path("apiVersion").asText();
      if ((operation.equals(APPLY) || operation.equals(UPDATE)) && entry.has("fieldsV1")) {
        var owner =
            new Owner(
                entry.path("manager").asText(),
                operation,
                operation.equals(APPLY) ? "" : version,
                entry.path("subresource").asText(""));
        var fields = FieldSetJson.read(entry.path("fieldsV1"));
        owners.claims.put(owner, new Claim(fields, version, entry.path("time").asText(NO_TIME)));
      }
    }
    return owners;
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  Map<Owner, Claim> claims() {
    return claims;
  }

  FieldSet fields(Owner owner) {
    var claim = claims.get(owner);
    return claim == null ? FieldSet.EMPTY : claim.fields();
  }

  /** All that anyone owns. */
  FieldSet all() {
    return claims.values().stream().map(Claim::fields).reduce(FieldSet.EMPTY, FieldSet::union);
  }

  /** What the owners other than {@code owner} have of {@code fields}. */
  Map<Owner, FieldSet> overlap(Owner owner, FieldSet fields) {
    var overlap = new LinkedHashMap<Owner, FieldSet>();
    claims.forEach(
        (other, claim) -> {
          var common = claim.fields().intersection(fields);
          if (!other.equals(owner) && !common.isEmpty()) {
            overlap.put(other, common);
          }
        });
    return overlap;
  }

  void changeAll(UnaryOperator<FieldSet> change) {
    claims.replaceAll((owner, claim) -> claim.with(change.apply(claim.fields())));
  }

  void dropEmpty() {
    claims.values().removeIf(claim -> claim.fields().isEmpty());
  }

  /** Gives {@code owner} exactly {@code fields}; the entry's time stays. */
  void set(Owner owner, String apiVersion, FieldSet fields) {
    var held = claims.get(owner);
    claims.put(owner, new Claim(fields, apiVersion, held == null ? NO_TIME : held.time()));
  }

  void stamp(Owner owner, Instant now) {
    var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    claims.computeIfPresent(
        owner, (same, claim) -> new Claim(claim.fields(), claim.apiVersion(), time));
  }

  /** Writes {@code metadata.managedFields}, or removes it when nobody owns anything. */
  void writeTo(ObjectNode object) {
    var entries = JsonNodeFactory.instance.arrayNode();
    claims.entrySet().stream().sorted(ORDER).forEach(e -> write(e.getKey(), e.getValue(), entries));
    var metadata = object.withObjectProperty("metadata");
    if (entries.isEmpty()) {
      metadata.remove("managedFields");
    } else {
      metadata.set("managedFields", entries);
    }
  }

  private static void write(Owner owner, Claim claim, ArrayNode into) {
    var entry = into.addObject();
    entry.put("manager", owner.manager());
    entry.put("operation", owner.operation());
    entry.put("apiVersion", claim.apiVersion());
    if (!claim.time().isEmpty()) {
      entry.put("time", claim.time());
    }
    entry.put("fieldsType", "FieldsV1");
    entry.set("fieldsV1", FieldSetJson.write(claim.fields()));
    if (!owner.subresource().isEmpty()) {
      entry.put("subresource", owner.subresource());
    }
  }
}
