package io.burgee.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The autoscaler of the target; the primary gets a copy of it. */
public class AutoscalerReference extends Extensible {
  private @Nullable String apiVersion;
  private @Nullable String kind;
  private @Nullable String name;
  private @Nullable Map<String, String> primaryScalerQueries;
  private @Nullable ScalerReplicas primaryScalerReplicas;

  public @Nullable String getApiVersion() {
    return apiVersion;
  }

  public void setApiVersion(@Nullable String apiVersion) {
    this.apiVersion = apiVersion;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** KEDA only: trigger name to the query in the primary's copy. */
  public @Nullable Map<String, String> getPrimaryScalerQueries() {
    return primaryScalerQueries;
  }

  public void setPrimaryScalerQueries(@Nullable Map<String, String> primaryScalerQueries) {
    this.primaryScalerQueries = primaryScalerQueries;
  }

  public @Nullable ScalerReplicas getPrimaryScalerReplicas() {
    return primaryScalerReplicas;
  }

  public void setPrimaryScalerReplicas(@Nullable ScalerReplicas primaryScalerReplicas) {
    this.primaryScalerReplicas = primaryScalerReplicas;
  }
}
