package io.burgee.testsupport;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grants the users their rights, by RBAC as on any cluster. */
final class Access {

  private static final String EVERYTHING = "cluster-admin";

  private final KubernetesClient client;
  private final String prefix;
  private final Function<User, Subject> subjects;

  /** Bindings are named after {@code prefix}, so that runs that share a cluster don't meet. */
  Access(KubernetesClient client, String prefix, Function<User, Subject> subjects) {
    this.client = client;
    this.prefix = prefix;
    this.subjects = subjects;
  }

  /** What was bound, for whoever has to clean up. */
  List<ClusterRoleBinding> grant(@Nullable Path operatorRoles) {
    var bound = new ArrayList<ClusterRoleBinding>();
    bound.add(bind(User.OTHER, EVERYTHING));
    if (operatorRoles == null) {
      bound.add(bind(User.OPERATOR, EVERYTHING));
    } else {
      create(operatorRoles).forEach(role -> bound.add(bind(User.OPERATOR, role)));
    }
    return List.copyOf(bound);
  }

  private List<String> create(Path operatorRoles) {
    try (var in = Files.newInputStream(operatorRoles)) {
      var roles =
          client.load(in).items().stream()
              .filter(ClusterRole.class::isInstance)
              .map(ClusterRole.class::cast)
              .toList();
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("no ClusterRole in " + operatorRoles);
      }
      roles.forEach(this::apply);
      return roles.stream().map(role -> role.getMetadata().getName()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void apply(ClusterRole role) {
    client.resource(role).fieldManager(Manifests.MANAGER).forceConflicts().serverSideApply();
  }

  private ClusterRoleBinding bind(User user, String role) {
    var binding =
        new ClusterRoleBindingBuilder()
            .withNewMetadata()
            .withName(prefix + "-" + user.shortName() + "-" + role)
            .endMetadata()
            .withSubjects(subjects.apply(user))
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
            .build();
    return client.resource(binding).create();
  }
}
