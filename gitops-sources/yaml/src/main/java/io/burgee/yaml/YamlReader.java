package io.burgee.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML text into nodes. Aliases and merge keys are gone afterwards: what they stand for is
 * there.
 */
public final class YamlReader {
  private final Dialect dialect;
  private final YamlLimits limits;

  public YamlReader(Dialect dialect, YamlLimits limits) {
    this.dialect = dialect;
    this.limits = limits;
  }

  /**
   * All documents of the text; one without content is a null scalar.
   *
   * @throws YamlException if it isn't YAML, with the line as Go's parser counts it, or a limit is
   *     met
   */
  public List<Node> read(String text) {
    limit(text);
    try {
      return new Parser(text, dialect, limits).documents();
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /**
   * The first document of the text, or null if there is none; what follows it isn't looked at. So
   * Go's tools read what should be one document.
   */
  public @Nullable Node readFirst(String text) {
    limit(text);
    try {
      return new Parser(text, dialect, limits).first();
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /**
   * Where the caller's stack ends before the limit: nothing is shared, so nothing is left half
   * done.
   */
  private YamlException tooDeep() {
    return new YamlException("yaml: exceeded max depth of " + limits.depth());
  }

  private void limit(String text) {
    if (text.length() > limits.characters()) {
      throw new YamlException("yaml: the text is longer than " + limits.characters());
    }
  }
}
