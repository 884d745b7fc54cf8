package io.burgee.kustomize.resource;

/** Group, version and kind; each may be empty. The core group is the empty one. */
public record Gvk(String group, String version, String kind) {
  /** Takes an apiVersion apart: {@code apps/v1}, or {@code v1} of the core group. */
  public static Gvk of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new Gvk("", apiVersion, kind)
        : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Whether each part that {@code wanted} names is this one's: no patterns, empty is any. */
  public boolean isSelectedBy(Gvk wanted) {
    return selects(wanted.group, group)
        && selects(wanted.version, version)
        && selects(wanted.kind, kind);
  }

  private static boolean selects(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  /** {@code Kind.version.group}, with words for what is empty: {@code ConfigMap.v1.[noGrp]}. */
  @Override
  public String toString() {
    return or(kind, "[noKind]") + "." + or(version, "[noVer]") + "." + or(group, "[noGrp]");
  }

  private static String or(String text, String blank) {
    return text.isEmpty() ? blank : text;
  }
}
