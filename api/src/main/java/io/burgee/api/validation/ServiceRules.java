package io.burgee.api.validation;

import static io.burgee.api.validation.Scope.each;

import io.burgee.api.CanaryService;
import io.burgee.api.LocalObjectReference;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for the Services and the route. */
record ServiceRules(
    CanaryService service, @Nullable LocalObjectReference target, String provider, Scope scope) {
  private static final int MAX_PORT = 65_535;
  private static final int MAX_GATEWAYS = 32;
  // Names get the suffix -primary, and Kubernetes allows 63 characters.
  private static final int MAX_NAME = 63 - "-primary".length();
  private static final Pattern SERVICE_NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

  void check() {
    name();
    if (!service.getOthers().containsKey("port")) {
      scope.present("port", service.getPort());
    }
    scope.between(service, "port", service.getPort(), 1, MAX_PORT);
    var portName = service.getPortName();
    if (portName != null && !portName.isEmpty()) {
      var allowed = "must be lower-case letters, digits and inner hyphens";
      scope.must(LABEL.matcher(portName).matches(), "portName", portName, allowed);
    }
    targetPort(service.getTargetPort());
    scope.oneOf(
        "trafficDistribution",
        service.getTrafficDistribution(),
        Set.of("PreferClose", "PreferSameZone", "PreferSameNode"));
    scope.duration("timeout", service.getTimeout());
    scope.duration("backendTimeout", service.getBackendTimeout());
    gateways();
    retries();
    mirrors();
  }

  private void name() {
    var own = service.getName();
    var inherited = target == null ? null : target.getName();
    var name = own == null || own.isEmpty() ? inherited : own;
    if (name != null && !name.isEmpty()) {
      var holds = name.length() <= MAX_NAME && SERVICE_NAME.matcher(name).matches();
      var allowed =
          "must be at most " + MAX_NAME + " lower-case letters, digits and inner hyphens,";
      scope.must(
          holds, "name", name, allowed + " a letter first; it defaults to the target's name");
    }
  }

  private void targetPort(@Nullable IntOrString port) {
    if (port == null) {
      return;
    }
    var number = port.getIntVal();
    var text = port.getStrVal();
    var holds = number != null ? number >= 0 && number <= MAX_PORT : text == null || portText(text);
    scope.must(
        holds,
        "targetPort",
        port.getValue(),
        "must be a number up to 65535 or the name of a container's port");
  }

  private static boolean portText(String text) {
    return text.isEmpty() || LABEL.matcher(text).matches();
  }

  private void gateways() {
    var refs = each(service.getGatewayRefs());
    if (provider.startsWith("gatewayapi")) {
      scope.must(!refs.isEmpty(), "gatewayRefs", null, "must name a Gateway for " + provider);
    }
    scope.must(
        refs.size() <= MAX_GATEWAYS,
        "gatewayRefs",
        refs.size() + " long",
        "must have at most " + MAX_GATEWAYS + " elements");
    for (var i = 0; i < refs.size(); i++) {
      var ref = refs.get(i);
      scope.in("gatewayRefs", i).present("name", ref.getName());
      scope.in("gatewayRefs", i).between(ref, "port", ref.getPort(), 1, MAX_PORT);
    }
  }

  private void retries() {
    var retries = service.getRetries();
    if (retries != null) {
      scope.in("retries").atLeast(retries, "attempts", retries.getAttempts(), 0);
      scope.in("retries").duration("perTryTimeout", retries.getPerTryTimeout());
    }
  }

  private void mirrors() {
    var mirrors = each(service.getMirror());
    for (var i = 0; i < mirrors.size(); i++) {
      var backend = mirrors.get(i).getBackendRef();
      if (backend == null) {
        scope.in("mirror", i).present("backendRef", null);
      } else {
        var at = scope.in("mirror", i).in("backendRef");
        at.present("name", backend.getName());
        at.between(backend, "port", backend.getPort(), 1, MAX_PORT);
      }
    }
  }
}
