package io.burgee.kustomize;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How to build. Immutable.
 *
 * @param reorder the order of the objects, unless the kustomization file has {@code sortOptions}
 * @param loadRestrictions which files a kustomization may name
 * @param managedBy whether every object gets the label {@code app.kubernetes.io/managed-by}
 * @param openapi what a schema that the kustomization brings does to the one that is built in
 * @param limits what the build may use
 * @param cancelled asked now and then; a build that is cancelled ends with an error
 * @param nanoTime the time in nanoseconds since whenever, for the limit
 * @param remote brings what is named by URL; without one URLs are refused
 */
public record BuildOptions(
    Reorder reorder,
    LoadRestrictions loadRestrictions,
    boolean managedBy,
    OpenApi openapi,
    BuildLimits limits,
    BooleanSupplier cancelled,
    LongSupplier nanoTime,
    @Nullable RemoteFetcher remote) {

  /** What a schema of the user's does. */
  public enum OpenApi {
    /** It is all that is known, as for the command line of the real tool. */
    REPLACES,
    /** It is known besides what is built in, as for Flux. */
    ADDS
  }

  /** What the command line of the real tool does without flags. */
  public static final BuildOptions DEFAULT =
      new BuildOptions(
          Reorder.LEGACY,
          LoadRestrictions.ROOT_ONLY,
          false,
          OpenApi.REPLACES,
          BuildLimits.DEFAULT,
          () -> false,
          System::nanoTime,
          null);

  public BuildOptions reorder(Reorder value) {
    return new BuildOptions(
        value, loadRestrictions, managedBy, openapi, limits, cancelled, nanoTime, remote);
  }

  public BuildOptions loadRestrictions(LoadRestrictions value) {
    return new BuildOptions(
        reorder, value, managedBy, openapi, limits, cancelled, nanoTime, remote);
  }

  public BuildOptions managedBy(boolean value) {
    return new BuildOptions(
        reorder, loadRestrictions, value, openapi, limits, cancelled, nanoTime, remote);
  }

  public BuildOptions openapi(OpenApi value) {
    return new BuildOptions(
        reorder, loadRestrictions, managedBy, value, limits, cancelled, nanoTime, remote);
  }

  public BuildOptions limits(BuildLimits value) {
    return new BuildOptions(
        reorder, loadRestrictions, managedBy, openapi, value, cancelled, nanoTime, remote);
  }

  public BuildOptions cancelled(BooleanSupplier value) {
    return new BuildOptions(
        reorder, loadRestrictions, managedBy, openapi, limits, value, nanoTime, remote);
  }

  public BuildOptions nanoTime(LongSupplier value) {
    return new BuildOptions(
        reorder, loadRestrictions, managedBy, openapi, limits, cancelled, value, remote);
  }

  public BuildOptions remote(@Nullable RemoteFetcher value) {
    return new BuildOptions(
        reorder, loadRestrictions, managedBy, openapi, limits, cancelled, nanoTime, value);
  }
}
