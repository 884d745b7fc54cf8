package io.burgee.operator.workload;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Visits each reference of a pod to a ConfigMap or Secret and gives it the name that is answered.
 * Looked at are volumes, projected volumes, environment values and environment sources of
 * containers and init containers.
 */
@FunctionalInterface
public interface ConfigNames {

  /** The name to refer to; the reference's own if it is to stay. */
  String rename(Reference reference);

  /**
   * A reference as written.
   *
   * @param optional the pod starts without it
   */
  record Reference(Kind kind, String name, boolean optional) {
    /** As in {@code status.trackedConfigs}. */
    public String key() {
      return kind.prefix + name;
    }
  }

  /** What is referred to. */
  enum Kind {
    CONFIG_MAP("configmap/"),
    SECRET("secret/");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** Of a key such as {@code configmap/NAME}. */
    static Kind ofKey(String key) {
      return key.startsWith(SECRET.prefix) ? SECRET : CONFIG_MAP;
    }

    static String nameOfKey(String key) {
      return key.substring(key.indexOf('/') + 1);
    }
  }

  /** Renames in {@code pod} itself. */
  default void in(PodSpec pod) {
    Nullness.stream(pod.getVolumes()).forEach(this::inVolume);
    Stream.concat(Nullness.stream(pod.getInitContainers()), Nullness.stream(pod.getContainers()))
        .forEach(this::inContainer);
  }

  private void inVolume(Volume volume) {
    ConfigMapVolumeSource map = volume.getConfigMap();
    if (map != null) {
      map.setName(config(map.getName(), map.getOptional()));
    }
    SecretVolumeSource secret = volume.getSecret();
    if (secret != null) {
      secret.setSecretName(secret(secret.getSecretName(), secret.getOptional()));
    }
    if (volume.getProjected() != null) {
      Nullness.stream(volume.getProjected().getSources())
          .forEach(
              source -> {
                ConfigMapProjection projectedMap = source.getConfigMap();
                if (projectedMap != null) {
                  projectedMap.setName(config(projectedMap.getName(), projectedMap.getOptional()));
                }
                SecretProjection projected = source.getSecret();
                if (projected != null) {
                  projected.setName(secret(projected.getName(), projected.getOptional()));
                }
              });
    }
  }

  private void inContainer(Container container) {
    Nullness.stream(container.getEnv())
        .flatMap(env -> Stream.ofNullable(env.getValueFrom()))
        .forEach(
            from -> {
              ConfigMapKeySelector map = from.getConfigMapKeyRef();
              if (map != null) {
                map.setName(config(map.getName(), map.getOptional()));
              }
              SecretKeySelector secret = from.getSecretKeyRef();
              if (secret != null) {
                secret.setName(secret(secret.getName(), secret.getOptional()));
              }
            });
    Nullness.stream(container.getEnvFrom())
        .forEach(
            from -> {
              ConfigMapEnvSource map = from.getConfigMapRef();
              if (map != null) {
                map.setName(config(map.getName(), map.getOptional()));
              }
              SecretEnvSource secret = from.getSecretRef();
              if (secret != null) {
                secret.setName(secret(secret.getName(), secret.getOptional()));
              }
            });
  }

  private String config(String name, @Nullable Boolean optional) {
    return rename(new Reference(Kind.CONFIG_MAP, name, Objects.equals(optional, true)));
  }

  private String secret(String name, @Nullable Boolean optional) {
    return rename(new Reference(Kind.SECRET, name, Objects.equals(optional, true)));
  }

  /** The references of {@code pod}, each once; {@code pod} stays as it is. */
  static List<Reference> of(PodSpec pod) {
    var found = new java.util.LinkedHashMap<String, Reference>();
    ConfigNames collector =
        reference -> {
          found.put(reference.key(), reference); // the last one decides, as in the reference
          return reference.name();
        };
    collector.in(pod);
    return List.copyOf(found.values());
  }

  /** Gives the references that {@code suffixed} accepts the primary's suffix. */
  static ConfigNames suffixing(java.util.Set<String> keys) {
    UnaryOperator<String> suffix = name -> name + "-primary";
    return reference ->
        keys.contains(reference.key()) ? suffix.apply(reference.name()) : reference.name();
  }
}
