package io.burgee.testsupport;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What kind of control plane to start.
 *
 * @param audit whether requests are logged; costs a few percent of the API server's time
 * @param nodes how many simulated nodes there are; each takes 10 000 pods
 * @param operatorRole YAML with the ClusterRoles that {@link User#OPERATOR} gets; without it the
 *     operator is cluster-admin
 */
public record Options(boolean audit, int nodes, @Nullable Path operatorRole) {

  public Options {
    if (nodes < 0) {
      throw new IllegalArgumentException("nodes must not be negative: " + nodes);
    }
  }

  /** Audited, four nodes, an operator that may do anything. */
  public static Options defaults() {
    return new Options(true, 4, null);
  }

  public Options withoutAudit() {
    return new Options(false, nodes, operatorRole);
  }

  public Options withNodes(int count) {
    return new Options(audit, count, operatorRole);
  }

  public Options withOperatorRole(Path clusterRoles) {
    return new Options(audit, nodes, clusterRoles);
  }
}
