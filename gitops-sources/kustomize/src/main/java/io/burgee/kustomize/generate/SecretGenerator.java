package io.burgee.kustomize.generate;

import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.GeneratorOptions;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.schema.Schema;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a Secret: all values in base64. */
public final class SecretGenerator implements Generator {
  private final GeneratorSpec spec;
  private final GeneratorOptions options;
  private final Files files;
  private final Schema schema;

  /**
   * A generator for one entry of the kustomization file.
   *
   * @param common the file's {@code generatorOptions}; the entry's own win
   */
  public SecretGenerator(
      GeneratorSpec spec, @Nullable GeneratorOptions common, Files files, Schema schema) {
    this.spec = spec;
    this.options = Options.merge(spec.options(), common);
    this.files = files;
    this.schema = schema;
  }

  @Override
  public List<Resource> generate() {
    var node = Frame.of("Secret", spec);
    node.put("type", ScalarNode.string(spec.type().isEmpty() ? "Opaque" : spec.type()));
    var data = new MappingNode();
    for (var pair : KeyValues.load(spec, files)) {
      Frame.put(data, pair.key(), Base64Lines.encode(pair.value()));
    }
    node.put("data", data);
    return List.of(Frame.finish(node, spec, options, schema));
  }
}
