package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.Shape;
import io.burgee.kustomize.file.Shapes;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.file.Struct;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.select.Selector;
import io.burgee.kustomize.transform.Transformer;
import io.burgee.kustomize.transform.ValueAddTransformer;
import io.burgee.kustomize.transform.ValueAddTransformer.Target;
import io.burgee.yaml.Dialect;
import io.burgee.yaml.YamlException;
import io.burgee.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads the configuration of a transformer that adds a value, and the file of targets it names. */
final class ValueAddConfig {
  private static final Shape TARGET =
      Shape.named("Target")
          .struct("selector", Shapes.SELECTOR)
          .text("fieldPath")
          .integer("int", "filePathPosition")
          .build();
  private static final Shape TARGETS = Shape.named("").structs("targets", TARGET).build();
  private static final Shape CONFIG =
      Shape.named("ValueAddTransformerPlugin")
          .text("value", "targetFilePath")
          .structs("targets", TARGET)
          .build();

  private final Files files;
  private final String folder;
  private final YamlReader yaml;

  ValueAddConfig(Files files, String folder, Budget budget) {
    this.files = files;
    this.folder = folder.substring(folder.lastIndexOf('/') + 1);
    this.yaml = new YamlReader(Dialect.HELM, budget.limits().yaml());
  }

  Transformer transformer(Resource config) {
    var settings = Settings.of(config, CONFIG);
    String value = settings.text("value").strip();
    var structs = new ArrayList<>(settings.structs("targets"));
    if (!settings.text("targetFilePath").isEmpty()) {
      structs.addAll(targets(files.text(settings.text("targetFilePath"))));
    }
    if (structs.isEmpty()) {
      throw new BuildException("must specify at least one target");
    }
    var targets = structs.stream().map(ValueAddConfig::target).toList();
    return new ValueAddTransformer(value.isEmpty() ? folder : value, targets);
  }

  private List<Struct> targets(String text) {
    try {
      var document = yaml.readFirst(text);
      return document == null ? List.of() : Settings.of(document, TARGETS).structs("targets");
    } catch (YamlException e) {
      throw new BuildException("error converting YAML to JSON: " + e.getMessage(), e);
    }
  }

  private static Target target(Struct struct) {
    long position = struct.integer("filePathPosition");
    if (struct.text("fieldPath").isEmpty()) {
      throw new BuildException("fieldPath cannot be empty");
    }
    if (position < 0) {
      throw new BuildException("value of FilePathPosition (" + position + ") cannot be negative");
    }
    return new Target(
        selects(struct), struct.text("fieldPath"), (int) Math.min(position, Integer.MAX_VALUE));
  }

  private static Predicate<Resource> selects(Struct struct) {
    var selector = struct.structOrNull("selector");
    return selector == null ? any -> true : Selector.of(Specs.selector(selector))::matches;
  }
}
