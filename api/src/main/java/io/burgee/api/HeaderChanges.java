package io.burgee.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers to set, to add and to remove. */
public class HeaderChanges extends Extensible {
  private @Nullable Map<String, String> set;
  private @Nullable Map<String, String> add;
  private @Nullable List<String> remove;

  public @Nullable Map<String, String> getSet() {
    return set;
  }

  public void setSet(@Nullable Map<String, String> set) {
    this.set = set;
  }

  public @Nullable Map<String, String> getAdd() {
    return add;
  }

  public void setAdd(@Nullable Map<String, String> add) {
    this.add = add;
  }

  public @Nullable List<String> getRemove() {
    return remove;
  }

  public void setRemove(@Nullable List<String> remove) {
    this.remove = remove;
  }
}
