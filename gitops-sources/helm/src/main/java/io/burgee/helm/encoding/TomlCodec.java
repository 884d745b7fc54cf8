package io.burgee.helm.encoding;

import io.burgee.helm.limit.Meter;
import io.burgee.helm.value.GoException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TOML as BurntSushi's library has it. */
public final class TomlCodec {
  private TomlCodec() {}

  /**
   * The value as a document; what is no table is only itself.
   *
   * @throws GoException if TOML can't hold it, such as a list with nothing in it in a place
   */
  public static String write(@Nullable Object value, @Nullable Meter meter) {
    return new TomlWriter(meter).write(value);
  }

  /**
   * The document's tables.
   *
   * @throws GoException if it isn't TOML
   */
  public static Map<String, @Nullable Object> read(String text, @Nullable Meter meter) {
    return new TomlReader(text, meter).read();
  }
}
