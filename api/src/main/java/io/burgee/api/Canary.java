package io.burgee.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A workload whose new revisions get traffic step by step. */
@Group("flagger.app")
@Version("v1beta1")
@Plural("canaries")
public class Canary extends CustomResource<CanarySpec, CanaryStatus> implements Namespaced {}
