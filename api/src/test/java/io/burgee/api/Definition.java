package io.burgee.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A definition, the bean for it, and an object that has every field of its schema. */
record Definition(CustomResourceDefinition crd, Class<? extends HasMetadata> bean) {
  private static final Map<String, Class<? extends HasMetadata>> BEANS =
      Map.of(
          "Canary", Canary.class,
          "MetricTemplate", MetricTemplate.class,
          "AlertProvider", AlertProvider.class);

  static Stream<Definition> all() {
    return Crds.documents().stream()
        .map(crd -> new Definition(crd, bean(crd.getSpec().getNames().getKind())));
  }

  private static Class<? extends HasMetadata> bean(String kind) {
    return Objects.requireNonNull(BEANS.get(kind), kind);
  }

  JSONSchemaProps schema() {
    return crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
  }

  Map<String, Object> sample() {
    var sample = object(schema());
    sample.put("apiVersion", "flagger.app/v1beta1");
    sample.put("kind", crd.getSpec().getNames().getKind());
    sample.put("metadata", Map.of("name", "sample", "namespace", "test"));
    return sample;
  }

  private static Map<String, Object> object(JSONSchemaProps schema) {
    var object = new LinkedHashMap<String, Object>();
    schema.getProperties().forEach((name, property) -> object.put(name, value(property)));
    if (schema.getAdditionalProperties() != null) {
      object.put("some-key", value(schema.getAdditionalProperties().getSchema()));
    }
    return object;
  }

  private static Object value(JSONSchemaProps schema) {
    if (Boolean.TRUE.equals(schema.getXKubernetesIntOrString())) {
      return "http";
    }
    return switch (schema.getType()) {
      case "object" -> object(schema);
      case "array" -> List.of(value(schema.getItems().getSchema()));
      case "number", "integer" -> 7;
      case "boolean" -> true;
      case "string" -> "date-time".equals(schema.getFormat()) ? "2026-01-01T10:02:00Z" : "text";
      default -> throw new IllegalArgumentException("type " + schema.getType());
    };
  }

  @Override
  public String toString() {
    return bean.getSimpleName();
  }
}
