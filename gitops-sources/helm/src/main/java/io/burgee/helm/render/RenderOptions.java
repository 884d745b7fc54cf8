package io.burgee.helm.render;

import io.burgee.helm.function.Environment;
import io.burgee.helm.limit.RenderLimits;
import java.util.function.BooleanSupplier;

/**
 * How to render.
 *
 * @param lookup what the function of that name sees
 * @param cancelled asked now and then; true ends the render
 * @param includeCrds whether the manifest begins with the files of {@code crds/}
 * @param subchartNotes whether the notes of subcharts follow those of the chart
 * @param skipSchema whether values needn't be as the charts' schemas say
 */
public record RenderOptions(
    RenderLimits limits,
    Environment environment,
    Lookup lookup,
    BooleanSupplier cancelled,
    boolean includeCrds,
    boolean subchartNotes,
    boolean skipSchema) {

  /** No cluster, default limits. */
  public static RenderOptions of(Environment environment) {
    return new RenderOptions(
        RenderLimits.DEFAULT, environment, Lookup.NOTHING, () -> false, false, false, false);
  }

  public RenderOptions limits(RenderLimits newLimits) {
    return new RenderOptions(
        newLimits, environment, lookup, cancelled, includeCrds, subchartNotes, skipSchema);
  }

  public RenderOptions lookup(Lookup newLookup) {
    return new RenderOptions(
        limits, environment, newLookup, cancelled, includeCrds, subchartNotes, skipSchema);
  }

  public RenderOptions cancelled(BooleanSupplier newCancelled) {
    return new RenderOptions(
        limits, environment, lookup, newCancelled, includeCrds, subchartNotes, skipSchema);
  }

  public RenderOptions includeCrds(boolean newIncludeCrds) {
    return new RenderOptions(
        limits, environment, lookup, cancelled, newIncludeCrds, subchartNotes, skipSchema);
  }

  public RenderOptions skipSchema(boolean newSkipSchema) {
    return new RenderOptions(
        limits, environment, lookup, cancelled, includeCrds, subchartNotes, newSkipSchema);
  }

  public RenderOptions subchartNotes(boolean newSubchartNotes) {
    return new RenderOptions(
        limits, environment, lookup, cancelled, includeCrds, newSubchartNotes, skipSchema);
  }
}
