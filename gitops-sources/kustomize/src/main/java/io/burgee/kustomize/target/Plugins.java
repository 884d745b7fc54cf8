package io.burgee.kustomize.target;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.plugin.PluginConfigs;
import io.burgee.kustomize.resource.Origin;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Generators, transformers and validators that are described by objects of their own: inline, in
 * files, or as the result of a kustomization.
 */
final class Plugins {
  private final Target target;
  private final PluginConfigs configs;

  Plugins(Target target, PluginConfigs configs) {
    this.target = target;
    this.configs = configs;
  }

  /** The transformers or validators that the entries describe. */
  List<Transformers.Step> transformers(List<String> entries) {
    var steps = new ArrayList<Transformers.Step>();
    for (var config : load(entries, "configuring external transformer")) {
      steps.add(new Transformers.Step(configs.transformer(config), origin(config)));
    }
    return steps;
  }

  List<Generators.Step> generators(List<String> entries) {
    var steps = new ArrayList<Generators.Step>();
    for (var config : load(entries, "configuring external generator")) {
      steps.add(new Generators.Step(configs.generator(config), origin(config)));
    }
    return steps;
  }

  private Resources load(List<String> entries, String context) {
    var gathered = target.empty();
    var paths = new ArrayList<String>();
    for (var entry : entries) {
      List<Resource> inline;
      try {
        var alone = new Resources(target.build().budget());
        alone.appendAll(target.build().resources().read(entry));
        inline = alone.all();
      } catch (BuildException isPath) {
        paths.add(entry);
        continue;
      }
      var origin = target.place().append(target.fileName()).file();
      inline.forEach(each -> each.origin(origin));
      Target.within(context, () -> gathered.resources().appendAll(inline));
    }
    target.addResources(gathered, paths);
    return gathered.resources();
  }

  private static Origin origin(Resource config) {
    var from = config.origin();
    var by =
        new Origin.ConfiguredBy(
            config.apiVersion(), config.kind(), config.name(), config.namespace());
    return from == null
        ? Origin.of("", by)
        : new Origin("", from.repo(), from.ref(), from.path(), by);
  }
}
