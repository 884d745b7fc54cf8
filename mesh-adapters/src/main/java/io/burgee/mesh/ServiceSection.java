package io.burgee.mesh;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.burgee.api.CanaryService;
import java.util.List;
import java.util.Map;

/**
 * The part of {@code spec.service} that shapes routes. What users write in a mesh's own terms stays
 * as they wrote it, as JSON; an empty value means that they wrote nothing.
 *
 * @param timeout of a request, as written; blank for the mesh's default
 * @param labels of {@code service.apex}, which route objects carry too
 * @param annotations of {@code service.apex}
 */
public record ServiceSection(
    int port,
    boolean portDiscovery,
    boolean tcp,
    List<String> hosts,
    List<String> gateways,
    boolean delegation,
    List<Map<String, Object>> match,
    Map<String, Object> rewrite,
    String timeout,
    Map<String, Object> retries,
    Map<String, Object> headers,
    Map<String, Object> corsPolicy,
    Map<String, Object> trafficPolicy,
    Map<String, String> labels,
    Map<String, String> annotations) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public ServiceSection {
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
    match = match.stream().map(Json::copy).toList();
    rewrite = Json.copy(rewrite);
    retries = Json.copy(retries);
    headers = Json.copy(headers);
    corsPolicy = Json.copy(corsPolicy);
    trafficPolicy = Json.copy(trafficPolicy);
    labels = Json.copy(labels);
    annotations = Json.copy(annotations);
  }

  /** Reads {@code spec.service}. */
  public static ServiceSection of(CanaryService section) {
    return of(JSON.convertValue(section, new TypeReference<Map<String, Object>>() {}));
  }

  /**
   * Reads {@code spec.service} as JSON. Fields that shape no route are passed over: names and types
   * are the schema's business.
   *
   * @throws IllegalArgumentException if a field has a type that the schema doesn't allow
   */
  public static ServiceSection of(Map<String, Object> section) {
    var json = new Json(section, "spec.service");
    var apex = json.object("apex");
    return new ServiceSection(
        json.integer("port"),
        json.flag("portDiscovery"),
        json.text("appProtocol").equalsIgnoreCase("tcp"),
        json.texts("hosts"),
        json.texts("gateways"),
        json.flag("delegation"),
        json.maps("match"),
        json.map("rewrite"),
        json.text("timeout"),
        json.map("retries"),
        json.map("headers"),
        json.map("corsPolicy"),
        json.map("trafficPolicy"),
        apex.textMap("labels"),
        apex.textMap("annotations"));
  }
}
