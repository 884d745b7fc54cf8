package io.burgee.kustomize.config;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.NameReference;
import io.burgee.kustomize.fieldspec.TransformerConfig;
import io.burgee.kustomize.file.Shape;
import io.burgee.kustomize.file.Shapes;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.file.Struct;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.yaml.Node;
import java.util.List;

/** Reads one file of {@code configurations}. */
final class ConfigurationReader {
  private static final String LIST = "types.FsSlice";

  private static final Shape REFERENCE =
      Shape.named("NameBackReferences")
          .in("builtinconfig")
          .embedded("Gvk")
          .text("group", "version", "kind")
          .embedded("")
          .structsOf(LIST, "fieldSpecs", Shapes.FIELD_SPEC)
          .build();

  private static final Shape CONFIG =
      Shape.named("TransformerConfig")
          .in("builtinconfig")
          .structsOf(LIST, "namePrefix", Shapes.FIELD_SPEC)
          .structsOf(LIST, "nameSuffix", Shapes.FIELD_SPEC)
          .structsOf(LIST, "namespace", Shapes.FIELD_SPEC)
          .structsOf(LIST, "commonLabels", Shapes.FIELD_SPEC)
          .structsOf(LIST, "labels", Shapes.FIELD_SPEC)
          .structsOf(LIST, "templateLabels", Shapes.FIELD_SPEC)
          .structsOf(LIST, "commonAnnotations", Shapes.FIELD_SPEC)
          .structsOf("builtinconfig.nbrSlice", "nameReference", REFERENCE)
          .structsOf(LIST, "varReference", Shapes.FIELD_SPEC)
          .structsOf(LIST, "images", Shapes.FIELD_SPEC)
          .structsOf(LIST, "replicas", Shapes.FIELD_SPEC)
          .build();

  private ConfigurationReader() {}

  static TransformerConfig read(Node document) {
    var config = struct(document);
    return new TransformerConfig(
            specs(config, "namePrefix"),
            specs(config, "nameSuffix"),
            specs(config, "namespace"),
            specs(config, "commonLabels"),
            specs(config, "labels"),
            specs(config, "templateLabels"),
            specs(config, "commonAnnotations"),
            Specs.all(config, "nameReference", ConfigurationReader::reference),
            specs(config, "varReference"),
            specs(config, "images"),
            specs(config, "replicas"))
        .sorted();
  }

  private static Struct struct(Node document) {
    try {
      return Struct.strictFields(document, CONFIG);
    } catch (BuildException e) {
      throw e.in("error unmarshaling JSON: while decoding JSON");
    }
  }

  private static List<FieldSpec> specs(Struct config, String list) {
    return Specs.all(config, list, Specs::fieldSpec);
  }

  private static NameReference reference(Struct struct) {
    var target = new Gvk(struct.text("group"), struct.text("version"), struct.text("kind"));
    return new NameReference(target, specs(struct, "fieldSpecs"));
  }
}
