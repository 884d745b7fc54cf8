package io.burgee.kustomize.reference;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.resource.Gvk;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds which resource a name means.
 *
 * @param target the kind of what is named
 * @param roleRef whether the kind must also be the one beside the name
 */
record Search(Referrer referrer, Gvk target, boolean roleRef, Candidates candidates) {

  /** The one that was called so and is seen from here, or null. */
  @Nullable Resource byName(String name) {
    return choose(name, each -> true, false);
  }

  /** As {@link #byName}, for a reference that takes over the namespace as well. */
  @Nullable Resource byNameInAny(String name) {
    return choose(name, each -> true, true);
  }

  /** The one that was called so in a namespace: its first one, or else the one it is in now. */
  @Nullable Resource byNameIn(String namespace, String name) {
    Predicate<Resource> there =
        candidates.anyFrom(namespace, referrer)
            ? each -> isIn(namespace, each.originalId())
            : each -> isIn(namespace, each.id());
    return choose(name, there, true);
  }

  private static boolean isIn(String namespace, ResourceId id) {
    return !id.clusterScoped() && id.effectiveNamespace().equals(namespace);
  }

  private @Nullable Resource choose(String name, Predicate<Resource> there, boolean withNamespace) {
    var left = sieve(name, there);
    if (left.size() == 1) {
      return left.getFirst();
    }
    left = relatives(left, true);
    if (left.size() > 1) {
      left = relatives(left, false);
    }
    if (left.isEmpty()) {
      return null;
    }
    if (left.size() > 1 && !areTheSame(left, withNamespace)) {
      throw new BuildException(
          "found multiple possible referrals: "
              + left.stream().map(Resource::toString).collect(Collectors.joining(", ")));
    }
    return left.getFirst();
  }

  private List<Resource> sieve(String name, Predicate<Resource> there) {
    var named = candidates.formerlyNamed(name);
    if (named.isEmpty()) {
      return named;
    }
    var role = roleRef ? referrer.roleRef() : null;
    var left = new ArrayList<Resource>(1);
    for (var each : named) {
      candidates.budget().work();
      var id = each.id();
      if (wasOf(target, each)
          && (role == null || wasOf(role, each))
          && referrer.sees(id)
          && referrer.isNear(each, id)
          && there.test(each)) {
        left.add(each);
      }
    }
    return left;
  }

  /** Whether one of its former kinds, always with the present group and version, is meant. */
  private static boolean wasOf(Gvk wanted, Resource each) {
    var apiVersion = each.apiVersion();
    for (var former : each.formers()) {
      if (Gvk.of(apiVersion, former.kind()).isSelectedBy(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Those that got their names by the same prefixes and suffixes as the referrer. */
  private List<Resource> relatives(List<Resource> among, boolean noneAgreesWithAny) {
    var mine = referrer.resource();
    var left = new ArrayList<Resource>(among.size());
    for (var each : among) {
      if (agree(mine.prefixes(), each.prefixes(), noneAgreesWithAny)
          && agree(mine.suffixes(), each.suffixes(), noneAgreesWithAny)) {
        left.add(each);
      }
    }
    return left;
  }

  /** Whether one list is the end of the other; none is the end of none only, or of any. */
  private static boolean agree(List<String> one, List<String> other, boolean noneAgreesWithAny) {
    if (one.isEmpty() || other.isEmpty()) {
      return noneAgreesWithAny || one.size() == other.size();
    }
    int common = Math.min(one.size(), other.size());
    return one.subList(one.size() - common, one.size())
        .equals(other.subList(other.size() - common, other.size()));
  }

  private static boolean areTheSame(List<Resource> left, boolean withNamespace) {
    var first = left.getFirst();
    for (var each : left) {
      if (!each.name().equals(first.name())
          || (withNamespace && !each.namespace().equals(first.namespace()))) {
        return false;
      }
    }
    return true;
  }
}
