package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.file.Shape;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.file.Struct;
import io.burgee.kustomize.resource.Resource;
import io.burgee.yaml.Node;
import java.util.List;

/** Reads the fields of a plugin's configuration; others are ignored, as is what they hold. */
final class Settings {
  private Settings() {}

  static Struct of(Resource config, Shape shape) {
    return of(config.node(), shape);
  }

  static Struct of(Node node, Shape shape) {
    try {
      return Struct.lenient(node, shape);
    } catch (BuildException e) {
      throw e.in("error unmarshaling JSON: while decoding JSON");
    }
  }

  /** The places that it names; there are no defaults. */
  static List<FieldSpec> places(Struct settings) {
    return Specs.all(settings, "fieldSpecs", Specs::fieldSpec);
  }
}
