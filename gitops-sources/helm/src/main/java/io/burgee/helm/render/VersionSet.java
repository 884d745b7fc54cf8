package io.burgee.helm.render;

import io.burgee.helm.value.GoFunction;
import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** API versions, which templates ask for one of them. */
final class VersionSet extends AbstractList<@Nullable Object> implements GoTyped {
  private static final GoType TYPE = new GoType("common.VersionSet", Kind.SLICE, GoType.STRING);

  private final List<String> versions;

  VersionSet(List<String> versions) {
    this.versions = versions;
  }

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public @Nullable GoFunction method(String name) {
    return name.equals("Has")
        ? new GoFunction(name, List.of(GoType.STRING), null, a -> versions.contains(a.string(0)))
        : null;
  }

  @Override
  public Object get(int index) {
    return versions.get(index);
  }

  @Override
  public int size() {
    return versions.size();
  }
}
