package io.burgee.kustomize.config;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.Files;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.Node;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlLimits;
import io.burgee.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files that say where transformers work, apart from the defaults. */
public final class Configurations {
  private final Files files;
  private final YamlReader yaml;
  private final YamlReader everyKey;

  public Configurations(Files files, YamlLimits limits) {
    this.files = files;
    this.yaml = new YamlReader(Dialect.HELM, limits);
    this.everyKey = new YamlReader(Dialect.KUSTOMIZE, limits);
  }

  /**
   * The defaults and what the files of {@code configurations} add.
   *
   * @throws BuildException if a file isn't there or isn't right, or contradicts another one
   */
  public TransformerConfig configurations(List<String> paths) {
    if (paths.isEmpty()) {
      return TransformerConfig.defaults();
    }
    var added = TransformerConfig.EMPTY;
    for (var path : paths) {
      String text = files.text(path);
      var document = document(yaml, text);
      if (document != null) {
        UniqueKeys.check(document(everyKey, text));
        added = added.merge(ConfigurationReader.read(document));
      }
    }
    return TransformerConfig.defaults().merge(added);
  }

  /**
   * What the files of {@code crds} imply.
   *
   * @throws BuildException if a file isn't there or isn't right
   */
  public TransformerConfig crds(List<String> paths) {
    var implied = TransformerConfig.EMPTY;
    for (var path : paths) {
      implied = implied.merge(crd(path));
    }
    return implied;
  }

  private TransformerConfig crd(String path) {
    var text = files.text(path);
    try {
      var document = document(yaml, text);
      return document == null ? TransformerConfig.EMPTY : CrdReader.read(document);
    } catch (BuildException e) {
      throw e.in("unable to parse open API definition from '" + path + "'");
    }
  }

  /** The first document, or null if there is nothing in it. */
  private static @Nullable Node document(YamlReader reader, String text) {
    try {
      var document = reader.readFirst(text);
      return document == null || document.isNull() ? null : document;
    } catch (YamlException e) {
      throw new BuildException("error converting YAML to JSON: " + e.getMessage(), e);
    }
  }
}
