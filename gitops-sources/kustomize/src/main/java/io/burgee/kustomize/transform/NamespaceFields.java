package io.burgee.kustomize.transform;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.fieldspec.FieldSpec;
import io.burgee.kustomize.fieldspec.FieldWalk;
import io.burgee.kustomize.fieldspec.FieldWalk.Leaf;
import io.burgee.kustomize.fieldspec.Setting;
import io.burgee.kustomize.fieldspec.Setting.WrongKind;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.transform.NamespaceTransformer.SubjectsMode;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Tag;
import java.util.ArrayList;
import java.util.List;

/** Writes a namespace into one resource: its own, those of subjects, and those at other places. */
final class NamespaceFields {
  private static final String METADATA_NAMESPACE = "metadata/namespace";
  private static final String METADATA_NAME = "metadata/name";
  private static final String SUBJECTS_NAMESPACE = "subjects/namespace";

  private final String namespace;
  private final boolean unsetOnly;
  private final SubjectsMode subjects;
  private final FieldWalk own =
      FieldWalk.of(new FieldSpec(new Gvk("", "", ""), METADATA_NAMESPACE, true), Leaf.TEXT);
  private final List<FieldWalk> walks;

  NamespaceFields(
      String namespace, List<FieldSpec> specs, boolean unsetOnly, SubjectsMode subjects) {
    this.namespace = namespace;
    this.unsetOnly = unsetOnly;
    this.subjects = subjects;
    var others = new ArrayList<FieldSpec>(specs);
    others.removeIf(spec -> spec.path().equals(METADATA_NAMESPACE));
    this.walks = FieldWalk.of(others, Leaf.TEXT);
  }

  void set(Resource resource) {
    var gvk = resource.gvk();
    if (!resource.schema().clusterScoped(gvk)) {
      own.visit(resource, this::set);
    }
    boolean binding = isRoleBinding(gvk.kind());
    if (binding) {
      setSubjects(resource.node());
    }
    for (var walk : walks) {
      if (walk.appliesTo(gvk) && isMeant(walk.spec(), gvk, binding)) {
        setAt(walk, resource);
      }
    }
  }

  private void setAt(FieldWalk walk, Resource resource) {
    try {
      walk.visit(resource, this::set);
    } catch (BuildException e) {
      throw e.in(
          hasCause(e, WrongKind.class)
              ? "namespace field specs must target scalar nodes"
              : "namespace transformation failed");
    }
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Names are namespaces only for the core group's kinds; subjects were seen to already. */
  private static boolean isMeant(FieldSpec spec, Gvk gvk, boolean binding) {
    if (spec.path().equals(METADATA_NAME)) {
      return gvk.apiVersion().equals("v1");
    }
    return !binding || !spec.path().equals(SUBJECTS_NAMESPACE) || !isRoleBinding(spec.gvk().kind());
  }

  private static boolean isRoleBinding(String kind) {
    return kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
  }

  private void set(Node node) {
    if (!unsetOnly || !isSet(node)) {
      Setting.typed(node, namespace, Tag.STRING);
    }
  }

  private static boolean isSet(Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull() && !scalar.text().isEmpty();
  }

  private void setSubjects(MappingNode binding) {
    var list = binding.get("subjects");
    if (subjects == SubjectsMode.NONE || list == null || list.isNull()) {
      return;
    }
    try {
      if (!(list instanceof SequenceNode items)) {
        throw Setting.wrongKind("SequenceNode", list);
      }
      for (var subject : items.items()) {
        setSubject(subject);
      }
    } catch (BuildException e) {
      throw e.in("setting namespace on (cluster)role binding subjects");
    }
  }

  private void setSubject(Node subject) {
    if (subject.isNull()) {
      return;
    }
    boolean byName = subjects == SubjectsMode.DEFAULT_ONLY;
    var mapping = Setting.mapping(subject);
    var telling = mapping.get(byName ? "name" : "kind");
    if (telling == null || telling.isNull()) {
      return;
    }
    if (Setting.scalar(telling).text().equals(byName ? "default" : "ServiceAccount")) {
      var entry = mapping.entry("namespace");
      if (entry == null) {
        entry = new MappingNode.Entry(ScalarNode.string("namespace"), ScalarNode.string(""));
        mapping.add(entry);
      }
      set(entry.value());
    }
  }
}
