package io.burgee.helm.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.values.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a release as Helm stores it. Whatever else is in it, of other versions of Helm too,
 * stays when it is written again. Never changes.
 */
public final class ReleaseRecord {
  private final ObjectNode json;

  ReleaseRecord(ObjectNode json) {
    this.json = json;
  }

  ObjectNode json() {
    return json.deepCopy();
  }

  public String name() {
    return json.path("name").asText();
  }

  public String namespace() {
    return json.path("namespace").asText();
  }

  /** The revision, from 1. */
  public int version() {
    return json.path("version").asInt();
  }

  public Status status() {
    return Status.of(json.at("/info/status").asText());
  }

  public String description() {
    return json.at("/info/description").asText();
  }

  public String manifest() {
    return json.path("manifest").asText();
  }

  public String notes() {
    return json.at("/info/notes").asText();
  }

  public String chartName() {
    return json.at("/chart/metadata/name").asText();
  }

  public String chartVersion() {
    return json.at("/chart/metadata/version").asText();
  }

  /** The values that the user gave. */
  public Map<String, @Nullable Object> config() {
    var config = Tables.table(JsonCodec.read(json.path("config").toString()));
    return config == null ? new LinkedHashMap<>() : config;
  }

  /** Whether its objects were applied on the server's side; else by three-way patches. */
  public boolean serverSideApply() {
    return json.path("apply_method").asText().equals("ssa");
  }

  /** The same revision later. */
  public ReleaseRecord status(Status status, String description, Instant when) {
    var changed = json();
    var info = changed.withObject("/info");
    info.put("status", status.text());
    info.put("description", description);
    if (status == Status.UNINSTALLED || status == Status.UNINSTALLING) {
      info.put("deleted", when.toString());
    } else {
      info.put("last_deployed", when.toString());
    }
    return new ReleaseRecord(changed);
  }

  /** The same revision when another one has taken its place. */
  public ReleaseRecord superseded() {
    var changed = json();
    changed.withObject("/info").put("status", Status.SUPERSEDED.text());
    return new ReleaseRecord(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReleaseRecord that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(json);
  }

  /** Without values and manifests, which may hold secrets. */
  @Override
  public String toString() {
    return namespace() + "/" + name() + ".v" + version() + " " + status().text();
  }
}
