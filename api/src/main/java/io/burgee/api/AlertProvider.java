package io.burgee.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A chat service that many Canaries can alert. */
@Group("flagger.app")
@Version("v1beta1")
@Plural("alertproviders")
public class AlertProvider extends CustomResource<AlertProviderSpec, Void> implements Namespaced {}
