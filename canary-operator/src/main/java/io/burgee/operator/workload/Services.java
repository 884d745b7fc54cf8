package io.burgee.operator.workload;

import io.burgee.api.CanaryService;
import io.burgee.api.CustomMetadata;
import io.burgee.kube.Applier;
import io.burgee.kube.Cache;
import io.burgee.kube.Kind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three Services of a Canary: the one that users address, and one for each side. */
public final class Services {
  public static final Kind<Service> KIND = Kind.of(Service.class);

  /** They keep GitOps tools from putting a generated object back to what it was. */
  private static final Map<String, String> UNMANAGED =
      Map.of(
          "kustomize.toolkit.fluxcd.io/reconcile", "disabled",
          "helm.toolkit.fluxcd.io/driftDetection", "disabled");

  private static final Set<String> SIDECARS = Set.of("istio-proxy", "envoy");

  private final Cache<Service> services;

  public Services(Cache<Service> services) {
    this.services = services;
  }

  /** The Services of the two sides. */
  public boolean bringSides(
      Applier applier, Identity canary, CanaryService section, Blueprint blueprint) {
    var toCanary =
        service(
            canary,
            section,
            blueprint,
            canary.apex() + "-canary",
            blueprint.selectorValue(),
            section.getCanary());
    var toPrimary =
        service(
            canary,
            section,
            blueprint,
            canary.apex() + "-primary",
            blueprint.primaryValue(),
            section.getPrimary());
    var wrote = applier.apply(toCanary).wrote();
    return applier.apply(toPrimary).wrote() || wrote;
  }

  /** The Service that users address, on the primary's pods. One that was there is adopted. */
  public boolean bringApex(
      Applier applier, Identity canary, CanaryService section, Blueprint blueprint) {
    var wanted =
        service(
            canary, section, blueprint, canary.apex(), blueprint.primaryValue(), section.getApex());
    return bringApex(applier, canary, wanted);
  }

  /**
   * Gives the Service that users address back to the target's pods: with the selector that it had
   * before it was adopted, where kubectl left a note of it.
   */
  public boolean returnApex(
      Applier applier, Identity canary, CanaryService section, Blueprint blueprint) {
    if (find(canary).isReturned(blueprint)) {
      return false;
    }
    var wanted =
        service(
            canary,
            section,
            blueprint,
            canary.apex(),
            blueprint.selectorValue(),
            section.getApex());
    OriginalSelector.of(applier, canary)
        .filter(original -> !selects(original, blueprint.selectorKey(), blueprint.primaryValue()))
        .ifPresent(original -> wanted.getSpec().setSelector(original));
    wanted.getMetadata().getAnnotations().keySet().removeAll(UNMANAGED.keySet());
    return bringApex(applier, canary, wanted);
  }

  private boolean bringApex(Applier applier, Identity canary, Service wanted) {
    var live = services.get(canary.namespace(), canary.apex());
    if (live.isPresent() && !isOwned(live.get(), canary)) {
      wanted.getMetadata().setOwnerReferences(List.of());
      return applier.adopt(wanted).wrote();
    }
    return applier.apply(wanted).wrote();
  }

  /** The three of them, as far as they exist. */
  public Live find(Identity canary) {
    return new Live(
        services.get(canary.namespace(), canary.apex()),
        services.get(canary.namespace(), canary.apex() + "-primary"),
        services.get(canary.namespace(), canary.apex() + "-canary"));
  }

  /** The live Services of one Canary. */
  public record Live(Optional<Service> apex, Optional<Service> primary, Optional<Service> canary) {

    /** Whether all three exist and users' requests go to the primary's pods. */
    public boolean isComplete(Blueprint blueprint) {
      return primary.isPresent() && canary.isPresent() && selectsPrimary(blueprint);
    }

    /** Whether users' requests do not depend on the primary any more. */
    public boolean isReturned(Blueprint blueprint) {
      return !selectsPrimary(blueprint);
    }

    /** Those that exist. */
    public List<Service> objects() {
      return Stream.of(apex, primary, canary).flatMap(Optional::stream).toList();
    }

    private boolean selectsPrimary(Blueprint blueprint) {
      return apex.filter(
              service ->
                  selects(
                      Nullness.map(service.getSpec().getSelector()),
                      blueprint.selectorKey(),
                      blueprint.primaryValue()))
          .isPresent();
    }
  }

  private static boolean selects(Map<String, String> selector, String key, String value) {
    return value.equals(selector.get(key));
  }

  private static boolean isOwned(Service live, Identity canary) {
    return Nullness.stream(live.getMetadata().getOwnerReferences())
        .anyMatch(owner -> canary.uid().equals(owner.getUid()));
  }

  private static Service service(
      Identity canary,
      CanaryService section,
      Blueprint blueprint,
      String name,
      String selected,
      @Nullable CustomMetadata custom) {
    var builder =
        new ServiceBuilder()
            .withMetadata(metadata(canary, name, blueprint.selectorKey(), custom))
            .withNewSpec()
            .withType("ClusterIP")
            .withSelector(Map.of(blueprint.selectorKey(), selected))
            .withPorts(ports(section, blueprint))
            .endSpec();
    var service = builder.build();
    if (Objects.equals(section.getHeadless(), true)) {
      service.getSpec().setClusterIP("None");
    }
    if (section.getTrafficDistribution() != null) {
      service.getSpec().setTrafficDistribution(section.getTrafficDistribution());
    }
    return service;
  }

  private static ObjectMeta metadata(
      Identity canary, String name, String selectorKey, @Nullable CustomMetadata custom) {
    var labels = new TreeMap<String, String>();
    var annotations = new TreeMap<>(UNMANAGED);
    if (custom != null) {
      labels.putAll(Nullness.map(custom.getLabels()));
      annotations.putAll(Nullness.map(custom.getAnnotations()));
    }
    labels.put(selectorKey, name);
    return new ObjectMetaBuilder()
        .withNamespace(canary.namespace())
        .withName(name)
        .withLabels(labels)
        .withAnnotations(annotations)
        .withOwnerReferences(canary.owner())
        .build();
  }

  private static List<ServicePort> ports(CanaryService section, Blueprint blueprint) {
    var port = Objects.requireNonNull(section.getPort());
    var given = section.getTargetPort();
    var target = given == null || "0".equals(given.toString()) ? new IntOrString(port) : given;
    var ports = new ArrayList<ServicePort>();
    ports.add(
        new ServicePortBuilder()
            .withName(Objects.requireNonNullElse(section.getPortName(), "http"))
            .withProtocol("TCP")
            .withPort(port)
            .withTargetPort(target)
            .withAppProtocol(section.getAppProtocol())
            .build());
    if (Objects.equals(section.getPortDiscovery(), true)) {
      Nullness.stream(blueprint.template().getSpec().getContainers())
          .filter(container -> !SIDECARS.contains(container.getName()))
          .forEach(container -> discover(container, target, ports));
    }
    ports.sort(Comparator.comparing(ServicePort::getPort));
    return ports;
  }

  private static void discover(Container container, IntOrString served, List<ServicePort> ports) {
    var index = 0;
    for (ContainerPort port : Nullness.stream(container.getPorts()).toList()) {
      var isServed =
          port.getContainerPort().equals(served.getIntVal())
              || Objects.equals(port.getName(), served.getStrVal());
      if (!isServed) {
        var name =
            port.getName() == null || port.getName().isEmpty()
                ? "tcp-" + container.getName() + "-" + index
                : port.getName();
        ports.add(
            new ServicePortBuilder()
                .withName(name)
                .withProtocol("TCP")
                .withPort(port.getContainerPort())
                .withTargetPort(new IntOrString(port.getContainerPort()))
                .build());
      }
      index++;
    }
  }
}
