package io.burgee.helm.values;

import io.burgee.helm.chart.ValuesReader;
import io.burgee.helm.encoding.JsonCodec;
import io.burgee.helm.value.GoException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The user's values as a command gets them; later ones win, in the order of these lists.
 *
 * @param files the texts of values files by their names, in order
 */
public record ValuesOptions(
    Map<String, String> files,
    List<String> json,
    List<String> set,
    List<String> setString,
    List<String> setFile,
    List<String> literal) {

  /** Only values files. */
  public static ValuesOptions ofFiles(Map<String, String> files) {
    return new ValuesOptions(files, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /**
   * All of them over each other.
   *
   * @param read what a file contains, for {@code --set-file}
   * @throws ValuesException if something is wrong with one of them
   */
  public Map<String, @Nullable Object> merge(Function<String, String> read) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (var file : files.entrySet()) {
      all = Tables.merge(all, file(file.getKey(), file.getValue()));
    }
    for (var text : json) {
      all = json(text, all);
    }
    each(set, "--set", all, SetParser::set);
    each(setString, "--set-string", all, SetParser::setString);
    each(setFile, "--set-file", all, (text, into) -> SetParser.setFile(text, into, read));
    each(literal, "--set-literal", all, SetParser::setLiteral);
    return all;
  }

  private static Map<String, @Nullable Object> file(String name, String text) {
    try {
      return ValuesReader.read(text);
    } catch (GoException e) {
      throw new ValuesException("failed to parse " + name + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, @Nullable Object> json(
      String text, Map<String, @Nullable Object> all) {
    if (text.strip().startsWith("{")) {
      try {
        var table = Tables.table(JsonCodec.read(text.strip()));
        return table == null ? all : Tables.merge(all, table);
      } catch (GoException e) {
        throw new ValuesException("failed parsing --set-json data JSON: " + text, e);
      }
    }
    try {
      SetParser.setJson(text, all);
      return all;
    } catch (ValuesException e) {
      throw new ValuesException("failed parsing --set-json data " + text, e);
    }
  }

  private static void each(
      List<String> texts,
      String flag,
      Map<String, @Nullable Object> all,
      BiConsumer<String, Map<String, @Nullable Object>> set) {
    for (var text : texts) {
      try {
        set.accept(text, all);
      } catch (ValuesException e) {
        throw new ValuesException("failed parsing " + flag + " data: " + e.getMessage(), e);
      }
    }
  }
}
