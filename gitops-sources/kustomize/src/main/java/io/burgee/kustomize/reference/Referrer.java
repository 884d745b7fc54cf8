package io.burgee.kustomize.reference;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import io.burgee.yaml.MappingNode;
import io.burgee.yaml.Node;
import io.burgee.yaml.ScalarNode;
import io.burgee.yaml.SequenceNode;
import io.burgee.yaml.Tag;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resource that names others, and which it may see. */
final class Referrer {
  private final Resource resource;
  private final ResourceId id;
  private final Set<String> subjectNamespaces;

  Referrer(Resource resource) {
    this.resource = resource;
    this.id = resource.id();
    this.subjectNamespaces =
        !id.clusterScoped() && id.gvk().kind().equals("RoleBinding")
            ? subjectNamespaces(resource, id)
            : Set.of();
  }

  Resource resource() {
    return resource;
  }

  ResourceId id() {
    return id;
  }

  /** Whether a resource of that present id and namespace can be named at all. */
  boolean sees(ResourceId other) {
    return other.clusterScoped() || seesNamespace(other.namespace());
  }

  /** Whether it can name resources in that namespace, empty as it may be written. */
  boolean seesNamespace(String namespace) {
    return id.clusterScoped()
        || id.effectiveNamespace().equals(namespace.isEmpty() ? "default" : namespace)
        || subjectNamespaces.contains(namespace);
  }

  /**
   * Whether a resource is near enough: where several namespaces are seen, only service accounts are
   * named across them.
   */
  boolean isNear(Resource other, ResourceId otherId) {
    return id.clusterScoped()
        || otherId.clusterScoped()
        || other.kind().equals("ServiceAccount")
        || id.sameNamespaceAs(otherId);
  }

  /** The kind that the field {@code roleRef} says, or null if it doesn't. */
  @Nullable Gvk roleRef() {
    if (!(resource.node().get("roleRef") instanceof MappingNode roleRef)) {
      return null;
    }
    var group = roleRef.get("apiGroup");
    var kind = roleRef.get("kind");
    return group == null || kind == null ? null : new Gvk(text(group), "", text(kind));
  }

  private static Set<String> subjectNamespaces(Resource resource, ResourceId id) {
    var namespaces = new HashSet<String>();
    if (!(resource.node().get("subjects") instanceof SequenceNode subjects)) {
      return namespaces;
    }
    for (var item : subjects.items()) {
      var namespace = item instanceof MappingNode subject ? accountNamespace(subject) : null;
      if (namespace instanceof ScalarNode scalar && isString(scalar)) {
        namespaces.add(scalar.text());
      } else if (namespace != null) {
        throw new BuildException("Invalid Input: namespace is blank for resource \"" + id + "\"");
      }
    }
    return namespaces;
  }

  /** The namespace that a service account is said to be in; null for others. */
  private static @Nullable Node accountNamespace(MappingNode subject) {
    boolean account =
        subject.get("kind") instanceof ScalarNode kind && kind.text().equals("ServiceAccount");
    return account ? subject.get("namespace") : null;
  }

  private static boolean isString(ScalarNode scalar) {
    return scalar.tag() == Tag.STRING || scalar.tag() == Tag.TIMESTAMP;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
