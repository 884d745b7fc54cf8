package io.burgee.helm.render;

import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The version of Helm that templates see: the one whose behaviour this is. */
record HelmVersion() implements GoTyped {
  private static final GoType TYPE = GoType.named("version.BuildInfo", Kind.STRUCT);
  private static final String VERSION = "v4.2.3";
  private static final String COMMIT = "43e8b7feece8beb0fcba47059ec9b522fd929a64";
  private static final String TREE = "clean";
  private static final String GO = "go1.26.5";
  private static final String CLIENT = "v1.36";

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public String text() {
    return "{" + String.join(" ", VERSION, COMMIT, TREE, GO, CLIENT) + "}";
  }

  @Override
  public boolean hasField(String name) {
    return field(name) != null;
  }

  @Override
  public @Nullable Object field(String name) {
    return switch (name) {
      case "Version" -> VERSION;
      case "GitCommit" -> COMMIT;
      case "GitTreeState" -> TREE;
      case "GoVersion" -> GO;
      case "KubeClientVersion" -> CLIENT;
      default -> null;
    };
  }

  @Override
  public Object json() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("version", VERSION);
    fields.put("git_commit", COMMIT);
    fields.put("git_tree_state", TREE);
    fields.put("go_version", GO);
    fields.put("kube_client_version", CLIENT);
    return fields;
  }
}
