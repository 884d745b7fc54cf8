package io.burgee.helm.crypto;

import io.burgee.helm.value.GoType;
import io.burgee.helm.value.GoTyped;
import io.burgee.helm.value.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate with its key, both in PEM. */
public record GoCertificate(String certificate, String key) implements GoTyped {
  public static final GoType TYPE = GoType.named("sprig.certificate", Kind.STRUCT);

  @Override
  public GoType type() {
    return TYPE;
  }

  @Override
  public boolean hasField(String name) {
    return name.equals("Cert") || name.equals("Key");
  }

  @Override
  public String field(String name) {
    return name.equals("Cert") ? certificate : key;
  }

  @Override
  public String text() {
    return "{" + certificate + " " + key + "}";
  }

  @Override
  public Map<String, @Nullable Object> json() {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("Cert", certificate);
    fields.put("Key", key);
    return fields;
  }
}
