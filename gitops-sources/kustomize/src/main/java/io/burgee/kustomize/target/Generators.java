package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.file.GeneratorSpec;
import io.burgee.kustomize.generate.Absorption;
import io.burgee.kustomize.generate.ConfigMapGenerator;
import io.burgee.kustomize.generate.Generator;
import io.burgee.kustomize.generate.SecretGenerator;
import io.burgee.kustomize.resource.Origin;
import java.util.ArrayList;
import java.util.List;

/** What a kustomization file makes that is in no file, in the order in which it is made. */
final class Generators {
  private Generators() {}

  /** A generator, and what asked for it. */
  record Step(Generator generator, Origin origin) {}

  /** Makes it, and lets what was gathered absorb it. */
  static void run(Target target, Accumulator gathered) {
    for (var step : steps(target)) {
      target.build().budget().look();
      for (var fresh : step.generator.generate()) {
        if (fresh.origin() == null) {
          fresh.origin(step.origin);
        }
        Target.within(
            "merging from generator", () -> Absorption.absorb(gathered.resources(), fresh));
      }
    }
  }

  private static List<Step> steps(Target target) {
    var steps = new ArrayList<Step>();
    var file = target.file();
    for (var spec : file.configMapGenerator()) {
      steps.add(new Step(configMap(target, spec), target.configuredBy("ConfigMapGenerator")));
    }
    for (var spec : file.secretGenerator()) {
      steps.add(new Step(secret(target, spec), target.configuredBy("SecretGenerator")));
    }
    if (file.helm()) {
      throw new BuildException(
          "trouble configuring builtin HelmChartInflationGenerator with config: must specify"
              + " --enable-helm");
    }
    Target.within(
        "loading generator plugins",
        () -> steps.addAll(target.plugins().generators(file.generators())));
    return steps;
  }

  private static Generator configMap(Target target, GeneratorSpec spec) {
    return new ConfigMapGenerator(
        spec, target.file().generatorOptions(), target.loader(), target.build().schema());
  }

  private static Generator secret(Target target, GeneratorSpec spec) {
    return new SecretGenerator(
        spec, target.file().generatorOptions(), target.loader(), target.build().schema());
  }
}
