package io.burgee.api;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The definitions of the custom resources. The YAML files are the truth, the beans follow them. */
public final class Crds {
  private static final List<String> FILES =
      List.of("canaries.yaml", "metrictemplates.yaml", "alertproviders.yaml");

  private Crds() {}

  /** All definitions as one YAML stream, as {@code kubectl apply} takes it. */
  public static String yaml() {
    return FILES.stream().map(Crds::read).collect(Collectors.joining("---\n"));
  }

  public static List<CustomResourceDefinition> documents() {
    var serialization = new KubernetesSerialization();
    return FILES.stream()
        .map(Crds::read)
        .map(text -> serialization.unmarshal(text, CustomResourceDefinition.class))
        .toList();
  }

  private static String read(String file) {
    try (var in = Crds.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside " + Crds.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
