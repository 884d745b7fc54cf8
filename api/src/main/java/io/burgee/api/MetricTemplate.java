package io.burgee.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A metric query that many Canaries can use. */
@Group("flagger.app")
@Version("v1beta1")
@Plural("metrictemplates")
public class MetricTemplate extends CustomResource<MetricTemplateSpec, Void>
    implements Namespaced {}
