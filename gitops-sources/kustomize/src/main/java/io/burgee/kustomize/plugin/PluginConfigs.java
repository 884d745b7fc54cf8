package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.generate.Generator;
import io.burgee.kustomize.limit.Budget;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.schema.Schema;
import io.burgee.kustomize.transform.Transformer;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes generators and transformers of the resources that configure them. Only those that are built
 * in can be made: functions, programs and libraries that a repository brings are refused.
 */
public final class PluginConfigs {
  private static final String BUILT_IN = "builtin";

  private final Map<String, Function<Resource, Generator>> generators;
  private final Map<String, Function<Resource, Transformer>> transformers;

  /**
   * @param files those that a configuration in this folder may name
   * @param folder the folder's path; its last part is a value that some transformers add
   */
  public PluginConfigs(
      Files files, String folder, ResourceReader reader, Schema schema, Budget budget) {
    this.generators = new PluginGenerators(files, reader, schema).byKind();
    this.transformers =
        new PluginTransformers(
                new TransformerFactory(files, reader, budget),
                new ValueAddConfig(files, folder, budget))
            .byKind();
  }

  /**
   * The transformer that a resource configures.
   *
   * @throws BuildException if there is none of that kind, or its settings are wrong
   */
  public Transformer transformer(Resource config) {
    var made = made(config);
    if (made instanceof Transformer transformer) {
      return transformer;
    }
    throw new BuildException("plugin " + config.originalId() + " not a transformer");
  }

  /**
   * The generator that a resource configures.
   *
   * @throws BuildException if there is none of that kind, or its settings are wrong
   */
  public Generator generator(Resource config) {
    try {
      if (made(config) instanceof Generator generator) {
        return generator;
      }
      throw new BuildException("plugin " + config.originalId() + " not a generator");
    } catch (BuildException e) {
      throw e.in("failed to load generator");
    }
  }

  private Object made(Resource config) {
    var gvk = config.gvk();
    if (!config.apiVersion().equals(BUILT_IN)) {
      throw new BuildException(
          "external plugins disabled; unable to load external plugin '"
              + config.originalId().gvk().kind()
              + "'");
    }
    Function<Resource, ?> factory = generators.get(gvk.kind());
    if (factory == null) {
      factory = transformers.get(gvk.kind());
    }
    if (factory == null) {
      throw new BuildException("unable to load builtin " + gvk);
    }
    try {
      return factory.apply(config);
    } catch (BuildException e) {
      throw e.in("plugin " + config.originalId() + " fails configuration");
    }
  }
}
