package io.burgee.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys of labels and annotations that are left as found on generated Services. */
public class UnmanagedMetadata extends Extensible {
  private @Nullable List<String> labels;
  private @Nullable List<String> annotations;

  public @Nullable List<String> getLabels() {
    return labels;
  }

  public void setLabels(@Nullable List<String> labels) {
    this.labels = labels;
  }

  public @Nullable List<String> getAnnotations() {
    return annotations;
  }

  public void setAnnotations(@Nullable List<String> annotations) {
    this.annotations = annotations;
  }
}
