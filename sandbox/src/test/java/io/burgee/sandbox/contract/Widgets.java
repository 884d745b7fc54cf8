package io.burgee.sandbox.contract;

/** A custom resource with something of everything that definitions can ask for. */
final class Widgets {
  static final String GROUP = "contract.burgee.io";
  static final String DEFINITION =
      """
      {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
       "metadata": {"name": "widgets.contract.burgee.io"},
       "spec": {"group": "contract.burgee.io", "scope": "Namespaced",
        "names": {"plural": "widgets", "kind": "Widget", "shortNames": ["wd"]},
        "versions": [{"name": "v1", "served": true, "storage": true,
         "subresources": {"status": {}, "scale": {"specReplicasPath": ".spec.replicas",
          "statusReplicasPath": ".status.replicas", "labelSelectorPath": ".status.selector"}},
         "additionalPrinterColumns": [
          {"name": "Size", "type": "integer", "jsonPath": ".spec.size"},
          {"name": "Ready", "type": "string",
           "jsonPath": ".status.conditions[?(@.type==\\"Ready\\")].status"},
          {"name": "Colour", "type": "string", "priority": 1, "jsonPath": ".spec.colour"}],
         "schema": {"openAPIV3Schema": {"type": "object", "properties": {
          "spec": {"type": "object", "required": ["size"], "properties": {
           "size": {"type": "integer", "minimum": 1},
           "replicas": {"type": "integer", "default": 1},
           "colour": {"type": "string", "enum": ["red", "blue"], "default": "red"},
           "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
           "parts": {"type": "array", "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["name"], "items": {"type": "object",
             "required": ["name"], "properties": {
              "name": {"type": "string"}, "weight": {"type": "integer"}}}}}},
          "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}}}}]}}
      """;

  private Widgets() {}

  static String named(String name, String spec) {
    return """
    {"apiVersion": "contract.burgee.io/v1", "kind": "Widget", "metadata": {"name": "%s"},
     "spec": %s}
    """
        .formatted(name, spec);
  }
}
