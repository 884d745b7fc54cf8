package io.burgee.kustomize.plugin;

import io.burgee.kustomize.BuildException;
import io.burgee.kustomize.generate.Generator;
import io.burgee.kustomize.resource.Resource;
import io.burgee.kustomize.resource.ResourceReader;
import java.util.List;

/**
 * Makes a service account that acts as one of a cloud provider.
 *
 * @param account the provider's account and its project: {@code name@project}
 */
record IamPolicyGenerator(
    String cloud, String account, String name, String namespace, ResourceReader reader)
    implements Generator {

  @Override
  public List<Resource> generate() {
    if (!cloud.equals("gke")) {
      throw new BuildException("cloud provider " + cloud + " not supported yet");
    }
    // The texts are YAML here, as they are for the real tool: "5" is a number, then.
    var text =
        new StringBuilder("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  annotations:\n")
            .append("    iam.gke.io/gcp-service-account: ")
            .append(account)
            .append(".iam.gserviceaccount.com\n  name: ")
            .append(name)
            .append('\n');
    if (!namespace.isEmpty()) {
      text.append("  namespace: ").append(namespace).append('\n');
    }
    return reader.read(text.toString());
  }
}
