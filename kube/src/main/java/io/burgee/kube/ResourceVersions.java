package io.burgee.kube;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Order among resourceVersions. Kubernetes documents it from 1.35 on (decimal numbers of one
 * resource type compare as such), and every etcd-backed server before kept to it.
 */
final class ResourceVersions {
  private ResourceVersions() {}

  /** Whether {@code a} is {@code b} or came after it; empty when they can't be compared. */
  static Optional<Boolean> atLeast(@Nullable String a, @Nullable String b) {
    if (a == null || b == null || !isNumber(a) || !isNumber(b)) {
      return Optional.empty();
    }
    // No leading zeros, so the longer number is the greater one; they can exceed a long.
    var byLength = Integer.compare(a.length(), b.length());
    return Optional.of(byLength != 0 ? byLength > 0 : a.compareTo(b) >= 0);
  }

  private static boolean isNumber(String version) {
    return !version.isEmpty()
        && (version.length() == 1 || version.charAt(0) != '0')
        && version.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
