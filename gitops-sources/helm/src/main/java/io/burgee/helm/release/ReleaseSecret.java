package io.burgee.helm.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Secret that a record is stored in: its name, type and labels. */
public final class ReleaseSecret {
  public static final String TYPE = "helm.sh/release.v1";

  /** The entry of the data that holds the record. */
  public static final String ENTRY = "release";

  private ReleaseSecret() {}

  public static String name(String release, int version) {
    return "sh.helm.release.v1." + release + ".v" + version;
  }

  /**
   * Helm's labels, by which it lists releases without reading them.
   *
   * @param time when it is created, or modified
   * @param created whether it is created now
   */
  public static Map<String, String> labels(ReleaseRecord record, Instant time, boolean created) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(created ? "createdAt" : "modifiedAt", Long.toString(time.getEpochSecond()));
    labels.put("name", record.name());
    labels.put("owner", "helm");
    labels.put("status", record.status().text());
    labels.put("version", Integer.toString(record.version()));
    return labels;
  }
}
