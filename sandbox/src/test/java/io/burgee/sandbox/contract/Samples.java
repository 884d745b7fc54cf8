package io.burgee.sandbox.contract;

/** Objects of built-in kinds. */
final class Samples {
  private Samples() {}

  static String configMap(String name, String data) {
    return """
    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%s"}, "data": %s}
    """
        .formatted(name, data);
  }

  /** A ConfigMap with more metadata, e.g. {@code "labels": {"a": "b"}}. */
  static String configMapWith(String name, String metadata) {
    return """
    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "%s", %s}}
    """
        .formatted(name, metadata);
  }

  /** A Deployment without replicas, so that nothing else writes to it for long. */
  static String deployment(String name) {
    return """
    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%1$s"},
     "spec": {"replicas": 0, "selector": {"matchLabels": {"app": "%1$s"}},
      "template": {"metadata": {"labels": {"app": "%1$s"}},
       "spec": {"containers": [{"name": "main", "image": "app:1"}]}}}}
    """
        .formatted(name);
  }
}
