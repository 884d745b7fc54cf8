package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.Files;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.file.Shape;
import io.burgee.kustomize.file.Shapes;
import io.burgee.kustomize.file.Specs;
import io.burgee.kustomize.generate.ConfigMapGenerator;
import io.burgee.kustomize.generate.Generator;
import io.burgee.kustomize.generate.SecretGenerator;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceReader;
import io.burgee.kustomize.schema.Schema;
import java.util.Map;
import java.util.function.Function;

/** The generators that can be configured, by kind. */
final class PluginGenerators {
  private static final Shape METADATA =
      Shape.named("GeneratorPlugin").struct("metadata", Shapes.OBJECT_META).build();
  private static final Shape NAMED =
      Shape.named("KubernetesService").text("name", "namespace").build();
  private static final Shape IAM_POLICY =
      Shape.named("IAMPolicyGeneratorPlugin")
          .text("cloud")
          .struct("kubernetesService", NAMED)
          .struct("serviceAccount", Shape.named("ServiceAccount").text("name", "projectId").build())
          .build();

  private final Files files;
  private final ResourceReader reader;
  private final Schema schema;

  PluginGenerators(Files files, ResourceReader reader, Schema schema) {
    this.files = files;
    this.reader = reader;
    this.schema = schema;
  }

  Map<String, Function<Resource, Generator>> byKind() {
    return Map.of(
        "ConfigMapGenerator",
        config -> new ConfigMapGenerator(spec(config, Shapes.CONFIG_MAP_ARGS), null, files, schema),
        "SecretGenerator",
        config -> new SecretGenerator(spec(config, Shapes.SECRET_ARGS), null, files, schema),
        "IAMPolicyGenerator",
        this::iamPolicy,
        "HelmChartInflationGenerator",
        PluginGenerators::helm);
  }

  /** What is generated is called as the configuration itself, unless it says otherwise. */
  private static GeneratorSpec spec(Resource config, Shape shape) {
    var spec = Specs.generator(Settings.of(config, shape));
    var own = Settings.of(config, METADATA).struct("metadata");
    return new GeneratorSpec(
        spec.name().isEmpty() ? own.text("name") : spec.name(),
        spec.namespace().isEmpty() ? own.text("namespace") : spec.namespace(),
        spec.behavior(),
        spec.literals(),
        spec.files(),
        spec.envs(),
        spec.type(),
        spec.options());
  }

  private Generator iamPolicy(Resource config) {
    var settings = Settings.of(config, IAM_POLICY);
    var account = settings.struct("serviceAccount");
    var service = settings.struct("kubernetesService");
    return new IamPolicyGenerator(
        settings.text("cloud"),
        account.text("name") + "@" + account.text("projectId"),
        service.text("name"),
        service.text("namespace"),
        reader);
  }

  private static Generator helm(Resource config) {
    throw new BuildException("must specify --enable-helm");
  }
}
