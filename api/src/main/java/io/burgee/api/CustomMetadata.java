package io.burgee.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels and annotations for a generated object. */
public class CustomMetadata extends Extensible {
  private @Nullable Map<String, String> labels;
  private @Nullable Map<String, String> annotations;

  public @Nullable Map<String, String> getLabels() {
    return labels;
  }

  public void setLabels(@Nullable Map<String, String> labels) {
    this.labels = labels;
  }

  public @Nullable Map<String, String> getAnnotations() {
    return annotations;
  }

  public void setAnnotations(@Nullable Map<String, String> annotations) {
    this.annotations = annotations;
  }
}
