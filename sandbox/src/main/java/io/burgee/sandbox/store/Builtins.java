package io.burgee.sandbox.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** What the server itself decides of an object of a built-in type when it is written. */
final class Builtins {
  private final AtomicInteger addresses = new AtomicInteger();

  void onCreate(ResourceType type, ObjectNode object) {
    if (!type.group().isEmpty()) {
      return;
    }
    switch (type.plural()) {
      case "namespaces" -> {
        object.putObject("spec").putArray("finalizers").add("kubernetes");
        object.putObject("status").put("phase", "Active");
        Meta.of(object).withObject("/labels").put("kubernetes.io/metadata.name", Meta.name(object));
      }
      case "pods" -> object.putObject("status").put("phase", "Pending");
      case "services" -> {
        object.putObject("status").putObject("loadBalancer");
        allocateAddress(object);
      }
      case "secrets" -> encodeStringData(object);
      default -> {}
    }
  }

  void onUpdate(ResourceType type, ObjectNode existing, ObjectNode object) {
    if (!type.group().isEmpty()) {
      return;
    }
    switch (type.plural()) {
      case "namespaces" -> Meta.setOrRemove(object, "spec", existing.path("spec").deepCopy());
      case "services" -> keepAddress(existing, object);
      case "secrets" -> encodeStringData(object);
      default -> {}
    }
  }

  private void allocateAddress(ObjectNode service) {
    var spec = service.withObject("/spec");
    if (spec.path("type").asText().equals("ExternalName") || spec.has("clusterIP")) {
      return;
    }
    var next = addresses.incrementAndGet();
    var address = "10.96.%d.%d".formatted(1 + next / 250 % 250, 1 + next % 250);
    spec.put("clusterIP", address);
    spec.putArray("clusterIPs").add(address);
  }

  private static void keepAddress(ObjectNode existing, ObjectNode service) {
    var spec = service.withObject("/spec");
    for (var field : new String[] {"clusterIP", "clusterIPs"}) {
      if (!spec.hasNonNull(field) || spec.path(field).asText("-").isEmpty()) {
        Meta.setOrRemove(spec, field, existing.path("spec").path(field));
      }
    }
  }

  private static void encodeStringData(ObjectNode secret) {
    if (!(secret.remove("stringData") instanceof ObjectNode plain)) {
      return;
    }
    var data = secret.withObject("/data");
    for (var field : plain.properties()) {
      var bytes = field.getValue().asText().getBytes(UTF_8);
      data.put(field.getKey(), Base64.getEncoder().encodeToString(bytes));
    }
  }
}
