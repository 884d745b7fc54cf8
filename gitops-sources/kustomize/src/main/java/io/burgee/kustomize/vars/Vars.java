package io.burgee.kustomize.vars;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.file.VarSpec;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.kustomize.resource.Resources;
import io.burgee.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The vars that are known so far. Which resource one means is settled when it becomes known; its
 * value is taken at the end.
 */
public final class Vars {
  private final Map<String, VarSpec> known = new TreeMap<>();

  /**
   * Adds a kustomization's vars and binds them to its resources.
   *
   * @throws BuildException if a name is known already, or several resources may be meant
   */
  public void merge(List<VarSpec> specs, Resources resources) {
    try {
      for (var spec : specs) {
        bind(resolved(spec), resources);
      }
      for (var spec : specs) {
        add(resolved(spec));
      }
    } catch (BuildException e) {
      throw e.in(
          "merging vars ["
              + specs.stream().map(Vars::describe).collect(Collectors.joining(" "))
              + "]");
    }
  }

  /** Adds those of a base, which are bound already. */
  public void merge(Vars others) {
    others.known.values().forEach(this::add);
  }

  public boolean isEmpty() {
    return known.isEmpty();
  }

  /**
   * Puts the values where resources refer to them.
   *
   * @return the names that nothing refers to, sorted
   */
  public List<String> resolve(Resources resources, List<FieldSpec> places) {
    if (known.isEmpty()) {
      return List.of();
    }
    var values = values(resources);
    var resolver = new VarResolver(values, places, resources.budget());
    resolver.transform(resources);
    var unused = new ArrayList<>(resolver.unused());
    known.keySet().stream().filter(name -> !values.containsKey(name)).forEach(unused::add);
    return unused;
  }

  private static void bind(VarSpec spec, Resources resources) {
    var matches =
        resources.named(spec.target().name()).stream()
            .filter(each -> isMeant(spec.target(), each))
            .toList();
    if (matches.size() > 1) {
      throw new BuildException(
          "found "
              + matches.size()
              + " resId matches for var "
              + describe(spec)
              + " (unable to disambiguate)");
    }
    matches.forEach(each -> each.varNames().add(spec.name()));
  }

  private static boolean isMeant(VarSpec.Target target, Resource resource) {
    var gvk = new Gvk(target.group(), target.version(), target.kind());
    var wanted = new ResourceId(gvk, target.name(), target.namespace(), false);
    for (var id : resource.anyIds()) {
      if (id.name().equals(wanted.name())
          && id.gvk().equals(gvk)
          && (target.namespace().isEmpty() || id.sameNamespaceAs(wanted))) {
        return true;
      }
    }
    return false;
  }

  private void add(VarSpec spec) {
    var path = spec.fieldPath().isEmpty() ? "metadata.name" : spec.fieldPath();
    if (known.putIfAbsent(spec.name(), new VarSpec(spec.name(), spec.target(), path)) != null) {
      throw new BuildException("var '" + spec.name() + "' already encountered");
    }
  }

  private Map<String, VarValue> values(Resources resources) {
    var sources = new HashMap<String, Resource>();
    for (var resource : resources) {
      for (var name : resource.varNames()) {
        sources.putIfAbsent(name, resource);
      }
    }
    var values = new HashMap<String, VarValue>();
    for (var spec : known.values()) {
      var source = sources.get(spec.name());
      if (source == null) {
        throw new BuildException(
            "var '"
                + describe(spec)
                + "' cannot be mapped to a field in the set of known resources");
      }
      var field = FieldValue.of(source.node(), spec.fieldPath());
      var value = field instanceof ScalarNode scalar ? VarValue.of(scalar) : null;
      if (value != null) {
        values.put(spec.name(), value);
      } else if (field == null || field instanceof ScalarNode) {
        throw new BuildException(
            "field specified in var '" + describe(spec) + "' not found in corresponding resource");
      }
    }
    return values;
  }

  /** With the apiVersion taken apart. */
  private static VarSpec resolved(VarSpec spec) {
    var target = spec.target();
    var parts = target.apiVersion().split("/", -1);
    if (target.apiVersion().isEmpty() || parts.length > 2) {
      return spec;
    }
    var group = parts.length == 2 ? parts[0] : target.group();
    return new VarSpec(
        spec.name(),
        new VarSpec.Target(
            target.apiVersion(),
            group,
            parts[parts.length - 1],
            target.kind(),
            target.name(),
            target.namespace()),
        spec.fieldPath());
  }

  /** As the real tool prints it. */
  private static String describe(VarSpec spec) {
    var target = spec.target();
    var gvk = new Gvk(target.group(), target.version(), target.kind());
    return "{" + spec.name() + " " + gvk + " {" + spec.fieldPath() + "}}";
  }
}
