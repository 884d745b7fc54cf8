package io.burgee.helm.values;

import io.burgee.helm.chart.ValuesReader;
import io.burgee.helm.value.GoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes values of ConfigMaps and Secrets with those of a HelmRelease, as Flux does. */
public final class ValuesFrom {
  private ValuesFrom() {}

  /**
   * Where values come from.
   *
   * @param object how errors name it, such as {@code Secret shop/passwords}; its content is never
   *     told
   * @param data the object's entries; null if there is no such object
   * @param key which entry
   * @param targetPath where its text is set, as {@code --set} has paths; empty: it is values itself
   * @param literal whether commas, braces and quotes in the text mean themselves
   * @param optional whether neither object nor entry need be there
   */
  public record Reference(
      String object,
      @Nullable Map<String, String> data,
      String key,
      String targetPath,
      boolean literal,
      boolean optional) {}

  /**
   * The values of the references over each other, the inline ones over those, and on top what has a
   * target path.
   *
   * @throws ValuesException that names the reference that can't be used
   */
  public static Map<String, @Nullable Object> compose(
      List<Reference> references, Map<String, @Nullable Object> inline) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (var reference : references) {
      var text = text(reference);
      if (text != null && reference.targetPath.isEmpty()) {
        values = Tables.merge(values, read(reference, text));
      }
    }
    values = Tables.copy(Tables.merge(values, inline));
    for (var reference : references) {
      var text = text(reference);
      if (text != null && !reference.targetPath.isEmpty()) {
        set(reference, text, values);
      }
    }
    return values;
  }

  /** Null if it isn't there and needn't be. */
  private static @Nullable String text(Reference reference) {
    var data = reference.data;
    var text = data == null ? null : data.get(reference.key);
    if (text == null && !reference.optional) {
      throw new ValuesException(
          "could not find values: "
              + reference.object
              + (data == null ? " doesn't exist" : " has no key '" + reference.key + "'"));
    }
    return text;
  }

  private static Map<String, @Nullable Object> read(Reference reference, String text) {
    try {
      return ValuesReader.read(text);
    } catch (GoException e) {
      // The message may quote the text, which may be secret.
      throw new ValuesException(
          "key '" + reference.key + "' of " + reference.object + " is no mapping in YAML", null);
    }
  }

  private static void set(Reference reference, String text, Map<String, @Nullable Object> values) {
    var path = reference.targetPath;
    try {
      if (reference.literal) {
        SetParser.setLiteral(path + "=" + text, values);
      } else if (isQuoted(text)) {
        SetParser.setString(path + "=" + text.substring(1, text.length() - 1), values);
      } else {
        SetParser.set(path + "=" + text, values);
      }
    } catch (ValuesException e) {
      throw new ValuesException(
          "key '" + reference.key + "' of " + reference.object + " can't be set at '" + path + "'",
          null);
    }
  }

  private static boolean isQuoted(String text) {
    char first = text.isEmpty() ? 'x' : text.charAt(0);
    return text.length() > 1
        && (first == '"' || first == '\'')
        && text.charAt(text.length() - 1) == first;
  }
}
