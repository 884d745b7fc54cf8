package io.burgee.kustomize.schema;

import io.burgee.kustomize.resource.Gvk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of Kubernetes 1.21, which the real tool has built in too. Read once, when needed. */
public final class BuiltInSchema implements Schema {
  private final Map<Gvk, ListedType> types;
  private final Set<Gvk> clusterScoped;

  BuiltInSchema(Map<Gvk, ListedType> types, Set<Gvk> clusterScoped) {
    this.types = Map.copyOf(types);
    this.clusterScoped = Set.copyOf(clusterScoped);
  }

  public static Schema get() {
    return Holder.SCHEMA;
  }

  @Override
  public boolean clusterScoped(Gvk gvk) {
    return clusterScoped.contains(gvk);
  }

  @Override
  public @Nullable Type type(Gvk gvk) {
    return types.get(gvk);
  }

  /** Loaded by the first who asks. */
  private static final class Holder {
    static final BuiltInSchema SCHEMA = read();

    private static BuiltInSchema read() {
      try (var in = BuiltInSchema.class.getResourceAsStream("kinds.txt")) {
        byte[] bytes = Objects.requireNonNull(in, "kinds.txt").readAllBytes();
        return KindsFile.read(new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
