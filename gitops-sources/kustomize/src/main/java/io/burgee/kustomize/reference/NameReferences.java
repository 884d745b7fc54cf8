package io.burgee.kustomize.reference;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.NameReference;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.Resources;
import io.burgee.kustomize.transform.Transformer;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Where resources name others, the names follow: what was called so before gets the name that it
 * has now. Rows of the table are gone through in their order, so that one may see what another
 * wrote.
 */
public final class NameReferences implements Transformer {
  private static final String ROLE_REF = "roleRef/name";

  private final List<Row> table;

  /** A place, and the kind of what is named there. */
  private record Row(FieldWalk walk, Gvk target, boolean roleRef) {}

  public NameReferences(List<NameReference> references) {
    table = new ArrayList<>();
    for (var reference : references) {
      for (var spec : reference.referrers()) {
        boolean roleRef = spec.path().endsWith(ROLE_REF);
        table.add(new Row(FieldWalk.of(spec, Leaf.NOTHING), reference.target(), roleRef));
      }
    }
  }

  @Override
  public void transform(Resources resources) {
    var candidates = new Candidates(resources);
    var rows = new HashMap<Gvk, List<Row>>();
    for (var resource : resources) {
      resources.budget().work();
      var places = rows.computeIfAbsent(originalKind(resource), this::rowsFor);
      if (!places.isEmpty()) {
        follow(new Referrer(resource), places, candidates);
      }
    }
  }

  private static Gvk originalKind(Resource resource) {
    var formers = resource.formers();
    return formers.isEmpty()
        ? resource.gvk()
        : Gvk.of(resource.apiVersion(), formers.getFirst().kind());
  }

  private List<Row> rowsFor(Gvk kind) {
    return table.stream().filter(row -> row.walk().appliesTo(kind)).toList();
  }

  private static void follow(Referrer referrer, List<Row> rows, Candidates candidates) {
    for (var row : rows) {
      candidates.budget().work();
      try {
        row.walk().visit(referrer.resource(), node -> update(node, referrer, row, candidates));
      } catch (BuildException e) {
        throw e.in(
            "updating name reference in '"
                + row.walk().spec().path()
                + "' field of '"
                + referrer.id()
                + "'");
      }
    }
  }

  private static void update(Node node, Referrer referrer, Row row, Candidates candidates) {
    if (node instanceof SequenceNode list) {
      for (var item : list.items()) {
        candidates.budget().work();
        updateOne(item, referrer, row, candidates);
      }
    } else {
      updateOne(node, referrer, row, candidates);
    }
  }

  private static void updateOne(Node node, Referrer referrer, Row row, Candidates candidates) {
    var search = new Search(referrer, row.target(), row.roleRef(), candidates);
    switch (node) {
      case ScalarNode scalar -> {
        if (!scalar.isNull()) {
          updateText(scalar, search);
        }
      }
      case MappingNode mapping -> updateMapping(mapping, search);
      case SequenceNode list ->
          throw new BuildException(list + " is expected to be either a string or a map of string");
    }
  }

  private static void updateText(ScalarNode scalar, Search search) {
    var referral = search.byName(scalar.text());
    if (referral != null) {
      write(scalar, referral.name());
    }
  }

  /** Such a reference has a name, and perhaps a namespace. */
  private static void updateMapping(MappingNode mapping, Search search) {
    var name = mapping.get("name");
    if (name == null) {
      throw new BuildException("path config error; no 'name' field in node");
    }
    var oldName = text(name);
    var namespace = mapping.get("namespace");
    var referral =
        namespace == null ? search.byNameInAny(oldName) : search.byNameIn(text(namespace), oldName);
    if (referral == null) {
      return;
    }
    put(mapping, "name", referral.name());
    if (!referral.namespace().isEmpty()) {
      put(mapping, "namespace", referral.namespace());
    }
  }

  private static void put(MappingNode mapping, String key, String text) {
    if (mapping.get(key) instanceof ScalarNode scalar) {
      write(scalar, text);
    } else {
      mapping.put(key, ScalarNode.string(text));
    }
  }

  private static void write(ScalarNode scalar, String text) {
    if (!scalar.text().equals(text)) {
      Setting.text(scalar, text);
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
