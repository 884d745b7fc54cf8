package io.burgee.kustomize.file;

/** An entry of {@code vars}: a name for a field of one resource. */
public record VarSpec(String name, Target target, String fieldPath) {
  /** The resource; {@code apiVersion} or group and version. */
  public record Target(
      String apiVersion,
      String group,
      String version,
      String kind,
      String name,
      String namespace) {}
}
