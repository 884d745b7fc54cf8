package io.burgee.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Services that are generated and the route between them. Parts that only a mesh understands
 * are kept as JSON: they follow Istio's API, and the router converts them.
 */
public class CanaryService extends Extensible {
  private @Nullable String name;
  @Whole private @Nullable Integer port;
  private @Nullable String portName;
  private @Nullable IntOrString targetPort;
  private @Nullable String appProtocol;
  private @Nullable String trafficDistribution;
  private @Nullable Boolean portDiscovery;
  private @Nullable Boolean headless;
  private @Nullable String timeout;
  private @Nullable String backendTimeout;
  private @Nullable List<String> gateways;
  private @Nullable List<GatewayReference> gatewayRefs;
  private @Nullable List<String> hosts;
  private @Nullable Boolean delegation;
  private @Nullable JsonNode trafficPolicy;
  private @Nullable List<JsonNode> match;
  private @Nullable HttpRewrite rewrite;
  private @Nullable HttpRetry retries;
  private @Nullable HttpHeaders headers;
  private @Nullable List<HttpMirror> mirror;
  private @Nullable JsonNode corsPolicy;
  private @Nullable String meshName;
  private @Nullable List<String> backends;
  private @Nullable CustomMetadata apex;
  private @Nullable CustomMetadata primary;
  private @Nullable CustomMetadata canary;
  private @Nullable UnmanagedMetadata unmanagedMetadata;

  /** Name of the apex Service; absent means the target's name. */
  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable Integer getPort() {
    return port;
  }

  public void setPort(@Nullable Integer port) {
    this.port = port;
  }

  /** Absent means {@code http}. */
  public @Nullable String getPortName() {
    return portName;
  }

  public void setPortName(@Nullable String portName) {
    this.portName = portName;
  }

  /** Absent or 0 means the same as the port. */
  public @Nullable IntOrString getTargetPort() {
    return targetPort;
  }

  public void setTargetPort(@Nullable IntOrString targetPort) {
    this.targetPort = targetPort;
  }

  public @Nullable String getAppProtocol() {
    return appProtocol;
  }

  public void setAppProtocol(@Nullable String appProtocol) {
    this.appProtocol = appProtocol;
  }

  public @Nullable String getTrafficDistribution() {
    return trafficDistribution;
  }

  public void setTrafficDistribution(@Nullable String trafficDistribution) {
    this.trafficDistribution = trafficDistribution;
  }

  public @Nullable Boolean getPortDiscovery() {
    return portDiscovery;
  }

  public void setPortDiscovery(@Nullable Boolean portDiscovery) {
    this.portDiscovery = portDiscovery;
  }

  public @Nullable Boolean getHeadless() {
    return headless;
  }

  public void setHeadless(@Nullable Boolean headless) {
    this.headless = headless;
  }

  public @Nullable String getTimeout() {
    return timeout;
  }

  public void setTimeout(@Nullable String timeout) {
    this.timeout = timeout;
  }

  public @Nullable String getBackendTimeout() {
    return backendTimeout;
  }

  public void setBackendTimeout(@Nullable String backendTimeout) {
    this.backendTimeout = backendTimeout;
  }

  /** Istio gateways by name; empty means the mesh itself. */
  public @Nullable List<String> getGateways() {
    return gateways;
  }

  public void setGateways(@Nullable List<String> gateways) {
    this.gateways = gateways;
  }

  public @Nullable List<GatewayReference> getGatewayRefs() {
    return gatewayRefs;
  }

  public void setGatewayRefs(@Nullable List<GatewayReference> gatewayRefs) {
    this.gatewayRefs = gatewayRefs;
  }

  public @Nullable List<String> getHosts() {
    return hosts;
  }

  public void setHosts(@Nullable List<String> hosts) {
    this.hosts = hosts;
  }

  public @Nullable Boolean getDelegation() {
    return delegation;
  }

  public void setDelegation(@Nullable Boolean delegation) {
    this.delegation = delegation;
  }

  /** Istio's TrafficPolicy, copied into both DestinationRules. */
  public @Nullable JsonNode getTrafficPolicy() {
    return trafficPolicy;
  }

  public void setTrafficPolicy(@Nullable JsonNode trafficPolicy) {
    this.trafficPolicy = trafficPolicy;
  }

  /** Each one Istio's HTTPMatchRequest. */
  public @Nullable List<JsonNode> getMatch() {
    return match;
  }

  public void setMatch(@Nullable List<JsonNode> match) {
    this.match = match;
  }

  public @Nullable HttpRewrite getRewrite() {
    return rewrite;
  }

  public void setRewrite(@Nullable HttpRewrite rewrite) {
    this.rewrite = rewrite;
  }

  public @Nullable HttpRetry getRetries() {
    return retries;
  }

  public void setRetries(@Nullable HttpRetry retries) {
    this.retries = retries;
  }

  public @Nullable HttpHeaders getHeaders() {
    return headers;
  }

  public void setHeaders(@Nullable HttpHeaders headers) {
    this.headers = headers;
  }

  public @Nullable List<HttpMirror> getMirror() {
    return mirror;
  }

  public void setMirror(@Nullable List<HttpMirror> mirror) {
    this.mirror = mirror;
  }

  /** Istio's CorsPolicy. */
  public @Nullable JsonNode getCorsPolicy() {
    return corsPolicy;
  }

  public void setCorsPolicy(@Nullable JsonNode corsPolicy) {
    this.corsPolicy = corsPolicy;
  }

  public @Nullable String getMeshName() {
    return meshName;
  }

  public void setMeshName(@Nullable String meshName) {
    this.meshName = meshName;
  }

  public @Nullable List<String> getBackends() {
    return backends;
  }

  public void setBackends(@Nullable List<String> backends) {
    this.backends = backends;
  }

  public @Nullable CustomMetadata getApex() {
    return apex;
  }

  public void setApex(@Nullable CustomMetadata apex) {
    this.apex = apex;
  }

  public @Nullable CustomMetadata getPrimary() {
    return primary;
  }

  public void setPrimary(@Nullable CustomMetadata primary) {
    this.primary = primary;
  }

  public @Nullable CustomMetadata getCanary() {
    return canary;
  }

  public void setCanary(@Nullable CustomMetadata canary) {
    this.canary = canary;
  }

  public @Nullable UnmanagedMetadata getUnmanagedMetadata() {
    return unmanagedMetadata;
  }

  public void setUnmanagedMetadata(@Nullable UnmanagedMetadata unmanagedMetadata) {
    this.unmanagedMetadata = unmanagedMetadata;
  }
}
