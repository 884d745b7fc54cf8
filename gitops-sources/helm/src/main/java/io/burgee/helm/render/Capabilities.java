package io.burgee.helm.render;

import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoSlice;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What templates see as {@code .Capabilities}.
 *
 * @param apiVersions such as {@code apps/v1} and {@code apps/v1/Deployment}
 */
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) implements GoTyped {
  private static final GoType TYPE = GoType.named("*common.Capabilities", Kind.PTR);

  /** What Helm 4.2 takes for given if it asks no cluster. */
  public static final Capabilities DEFAULT =
      new Capabilities(KubeVersion.parse("v1.36.0"), knownVersions());

  private static List<String> knownVersions() {
    try (InputStream in =
        Objects.requireNonNull(Capabilities.class.getResourceAsStream("api-versions.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Capabilities kubeVersion(KubeVersion version) {
    return new Capabilities(version, apiVersions);
  }

  /** With these API versions besides. */
  public Capabilities with(List<String> more) {
    var all = new ArrayList<>(apiVersions);
    all.addAll(more);
    return new Capabilities(kubeVersion, List.copyOf(all));
  }

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public String text() {
    return "&{"
        + kubeVersion.text()
        + " ["
        + String.join(" ", apiVersions)
        + "] "
        + new HelmVersion().text()
        + "}";
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return name.equals("Copy") ? new GoFunction(name, List.of(), null, a -> this) : null;
  }

  @Override
  public boolean hasField(String name) {
    return field(name) != null;
  }

  @Override
  public @Nullable Object field(String name) {
    return switch (name) {
      case "KubeVersion" -> kubeVersion;
      case "APIVersions" -> new VersionSet(apiVersions);
      case "HelmVersion" -> new HelmVersion();
      default -> null;
    };
  }

  @Override
  public Object json() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("KubeVersion", kubeVersion.json());
    fields.put("APIVersions", GoSlice.strings(apiVersions));
    fields.put("HelmVersion", new HelmVersion().json());
    return fields;
  }
}
