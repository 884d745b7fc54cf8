package io.burgee.api.validation;

import java.util.Set;

/**
 * What the program that validates can do.
 *
 * @param providers names of meshes and ingresses that it can route with
 * @param defaultProvider that Canaries without one get
 * @param targetKinds kinds of workload that it can release
 * @param autoscalerKinds kinds of autoscaler that it can copy
 * @param crossNamespaceRefs whether Canaries may refer to objects in other namespaces
 */
public record ValidationContext(
    Set<String> providers,
    String defaultProvider,
    Set<String> targetKinds,
    Set<String> autoscalerKinds,
    boolean crossNamespaceRefs) {

  public ValidationContext {
    providers = Set.copyOf(providers);
    targetKinds = Set.copyOf(targetKinds);
    autoscalerKinds = Set.copyOf(autoscalerKinds);
  }
}
