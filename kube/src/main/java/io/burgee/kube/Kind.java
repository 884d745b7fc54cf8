package io.burgee.kube;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;

/**
 * A kind of object as this process reads and writes it.
 *
 * @param type the Java class; {@link GenericKubernetesResource} where there is no model
 * @param group empty for the core group
 * @param optional its CRD may be missing, come and go; without this the kind is taken for granted
 * @param labelSelector what to cache, in the API's syntax; empty for all
 * @param fieldSelector what to cache, in the API's syntax; empty for all
 */
public record Kind<T extends HasMetadata>(
    Class<T> type,
    String group,
    String version,
    String name,
    String plural,
    boolean namespaced,
    boolean optional,
    String labelSelector,
    String fieldSelector) {

  /** A kind that every cluster serves, read through its model class. */
  public static <T extends HasMetadata> Kind<T> of(Class<T> type) {
    return new Kind<>(
        type,
        HasMetadata.getGroup(type) == null ? "" : HasMetadata.getGroup(type),
        HasMetadata.getVersion(type),
        HasMetadata.getKind(type),
        HasMetadata.getPlural(type),
        Namespaced.class.isAssignableFrom(type),
        false,
        "",
        "");
  }

  /** A namespaced kind without a model class. */
  public static Kind<GenericKubernetesResource> generic(
      String group, String version, String name, String plural) {
    return new Kind<>(
        GenericKubernetesResource.class, group, version, name, plural, true, false, "", "");
  }

  /** This kind, cached only while the cluster has a CRD that serves it. */
  public Kind<T> whenServed() {
    return new Kind<>(
        type, group, version, name, plural, namespaced, true, labelSelector, fieldSelector);
  }

  /** This kind, cached only where the labels match. */
  public Kind<T> labelled(String selector) {
    return new Kind<>(
        type, group, version, name, plural, namespaced, optional, selector, fieldSelector);
  }

  /** This kind, cached only where the fields match. */
  public Kind<T> withFields(String selector) {
    return new Kind<>(
        type, group, version, name, plural, namespaced, optional, labelSelector, selector);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The CRD's name, such as {@code canaries.flagger.app}. */
  public String crdName() {
    return plural + "." + group;
  }

  /** For messages: {@code Deployment ns/name}. */
  public String describe(NamespacedName object) {
    return name + " " + object;
  }

  String id() {
    return apiVersion() + "/" + name;
  }

  static String id(HasMetadata object) {
    return object.getApiVersion() + "/" + object.getKind();
  }

  boolean holdsBodiesToHide() {
    return group.isEmpty() && List.of("Secret", "ConfigMap").contains(name);
  }

  MixedOperation<T, ? extends KubernetesResourceList<T>, Resource<T>> operation(
      KubernetesClient client) {
    if (!type.equals(GenericKubernetesResource.class)) {
      return client.resources(type);
    }
    var context =
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion(version)
            .withKind(name)
            .withPlural(plural)
            .withNamespaced(namespaced)
            .build();
    @SuppressWarnings("unchecked") // T is GenericKubernetesResource, checked above
    var operation =
        (MixedOperation<T, ? extends KubernetesResourceList<T>, Resource<T>>)
            (MixedOperation<?, ?, ?>) client.genericKubernetesResources(context);
    return operation;
  }

  /** The one object, ready to be read. */
  Resource<T> resource(KubernetesClient client, NamespacedName object) {
    var all = operation(client);
    return namespaced
        ? all.inNamespace(object.namespace()).withName(object.name())
        : all.withName(object.name());
  }

  /** The one object, ready to be written. */
  Resource<T> resource(KubernetesClient client, T object) {
    var all = operation(client);
    return namespaced
        ? all.inNamespace(object.getMetadata().getNamespace()).resource(object)
        : all.resource(object);
  }
}
