package io.burgee.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object inside a custom resource. What its class can't hold survives a round trip. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class Extensible {
  private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

  /**
   * Fields without a property of their own, and those whose value doesn't fit theirs (1.5 where a
   * whole number is expected): these read as absent from the property, and validation reports them.
   */
  @JsonAnyGetter
  public Map<String, @Nullable Object> getOthers() {
    return others;
  }

  @JsonAnySetter
  public void setOther(String name, @Nullable Object value) {
    others.put(name, value);
  }
}
