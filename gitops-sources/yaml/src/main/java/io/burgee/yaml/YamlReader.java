package io.burgee.yaml;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

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
    if (text.length() > limits.characters()) {
      throw new YamlException("yaml: the text is longer than " + limits.characters());
    }
    var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      return new Composer(
              new ParserImpl(settings, new StreamReader(settings, text)), dialect, limits)
          .documents();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new YamlException("yaml: line " + line + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new YamlException("yaml: " + e.getMessage(), e);
    }
  }
}
