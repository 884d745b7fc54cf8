package io.burgee.kustomize.fuzz;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects of many kinds, whose names are few so that they meet and refer to each other. */
final class Objects {
  static final List<String> NAMES = List.of("app", "web", "db", "cache", "conf", "keys");
  static final List<String> NAMESPACES = List.of("default", "prod", "dev");
  static final List<String> IMAGES =
      List.of(
          "nginx",
          "nginx:1.25",
          "docker.io/nginx:1",
          "reg.example:5000/app:v1",
          "app@sha256:" + "a".repeat(64),
          "busybox:latest");
  private static final Map<String, String> WORKLOADS =
      Map.of(
          "Deployment",
          "apps/v1",
          "StatefulSet",
          "apps/v1",
          "DaemonSet",
          "apps/v1",
          "ReplicaSet",
          "apps/v1",
          "Job",
          "batch/v1",
          "CronJob",
          "batch/v1",
          "Pod",
          "v1",
          "ReplicationController",
          "v1");
  private static final List<String> WORKLOAD_KINDS = WORKLOADS.keySet().stream().sorted().toList();

  private final Dice dice;
  private final Values values;

  Objects(Dice dice, Values values) {
    this.dice = dice;
    this.values = values;
  }

  /** A field that must be there. */
  static Object at(Map<?, ?> map, String key) {
    return requireNonNull(map.get(key), key);
  }

  static Map<String, Object> map(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  String name() {
    return dice.of(NAMES);
  }

  Map<String, Object> any() {
    return dice.one(
        List.of(
            this::workload,
            this::workload,
            this::workload,
            this::configMap,
            this::configMap,
            this::secret,
            this::service,
            this::service,
            this::simple,
            this::rbac,
            this::rbac,
            this::ingress,
            this::autoscaler,
            this::policy,
            this::storage,
            this::webhook,
            this::custom,
            this::custom,
            this::cluster,
            this::kindList));
  }

  Map<String, Object> object(String apiVersion, String kind) {
    return object(apiVersion, kind, name());
  }

  Map<String, Object> object(String apiVersion, String kind, String name) {
    var metadata = map("name", name);
    if (dice.percent(20)) {
      metadata.put("namespace", dice.of(NAMESPACES));
    }
    if (dice.percent(35)) {
      metadata.put("labels", strings(dice.between(0, 3)));
    }
    if (dice.percent(25)) {
      metadata.put("annotations", annotations());
    }
    if (dice.percent(4)) {
      metadata.put("finalizers", new ArrayList<>(List.of("example.com/keep", "example.com/log")));
    }
    return map("apiVersion", apiVersion, "kind", kind, "metadata", metadata);
  }

  Map<String, Object> strings(int count) {
    var map = map();
    for (int i = 0; i < count; i++) {
      map.put(
          dice.of("app", "tier", "env", "app.kubernetes.io/name", "version"),
          dice.percent(90) ? values.word() : values.string());
    }
    return map;
  }

  private Map<String, Object> annotations() {
    var map = strings(dice.between(0, 2));
    if (dice.percent(30)) {
      map.put("note", values.any());
    }
    if (dice.percent(8)) {
      map.put("config.kubernetes.io/local-config", dice.of("true", "false"));
    }
    return map;
  }

  private Map<String, Object> workload() {
    var kind = dice.of(WORKLOAD_KINDS);
    var object = object((String) at(WORKLOADS, kind), kind);
    var pod = pod();
    var template = map("spec", pod);
    if (dice.percent(80)) {
      template.put("metadata", map("labels", strings(dice.between(1, 2))));
    }
    switch (kind) {
      case "Pod" -> object.put("spec", pod);
      case "CronJob" ->
          object.put(
              "spec",
              map(
                  "schedule",
                  "*/5 * * * *",
                  "jobTemplate",
                  map("spec", map("template", template))));
      case "Job" -> object.put("spec", map("template", template));
      default -> object.put("spec", scaled(kind, template));
    }
    return object;
  }

  private Map<String, Object> scaled(String kind, Map<String, Object> template) {
    var spec = map();
    if (!kind.equals("DaemonSet") && dice.percent(60)) {
      spec.put("replicas", dice.between(0, 5));
    }
    if (dice.percent(70)) {
      var labels = strings(dice.between(1, 2));
      spec.put(
          "selector", kind.equals("ReplicationController") ? labels : map("matchLabels", labels));
    }
    if (kind.equals("StatefulSet")) {
      spec.put("serviceName", name());
      if (dice.percent(40)) {
        spec.put(
            "volumeClaimTemplates",
            list(map("metadata", map("name", "data"), "spec", map("storageClassName", name()))));
      }
    }
    spec.put("template", template);
    return spec;
  }

  private Map<String, Object> pod() {
    var pod = map();
    var containers = list();
    for (int i = dice.between(1, 3); i > 0; i--) {
      containers.add(container());
    }
    pod.put("containers", containers);
    if (dice.percent(20)) {
      pod.put("initContainers", list(container()));
    }
    if (dice.percent(25)) {
      pod.put("serviceAccountName", name());
    }
    if (dice.percent(15)) {
      pod.put("imagePullSecrets", list(map("name", name())));
    }
    if (dice.percent(10)) {
      pod.put("priorityClassName", name());
    }
    if (dice.percent(35)) {
      pod.put("volumes", list(volume("one"), volume("two")));
    }
    if (dice.percent(10)) {
      pod.put(
          "tolerations",
          list(map("key", "a", "operator", "Exists"), map("key", "b", "operator", "Exists")));
    }
    if (dice.percent(8)) {
      var term = map("labelSelector", map("matchLabels", strings(1)), "topologyKey", "zone");
      pod.put(
          "affinity",
          map(
              "podAntiAffinity",
              map("requiredDuringSchedulingIgnoredDuringExecution", list(term))));
    }
    if (dice.percent(8)) {
      pod.put(
          "topologySpreadConstraints",
          list(map("topologyKey", "zone", "whenUnsatisfiable", "DoNotSchedule", "maxSkew", 1)));
    }
    return pod;
  }

  Map<String, Object> container() {
    var container = map("name", dice.of("main", "side", "init"));
    if (dice.percent(90)) {
      container.put("image", dice.of(IMAGES));
    }
    if (dice.percent(30)) {
      container.put("args", list("--level", values.string(), "$(NAME)"));
    }
    if (dice.percent(20)) {
      container.put("command", list("sh", "-c", values.string()));
    }
    if (dice.percent(45)) {
      container.put("env", list(env(), env()));
    }
    if (dice.percent(25)) {
      container.put(
          "envFrom",
          list(
              dice.percent(50)
                  ? map("configMapRef", map("name", name()))
                  : map("secretRef", map("name", name()))));
    }
    if (dice.percent(35)) {
      container.put("ports", list(port(), port()));
    }
    if (dice.percent(15)) {
      container.put(
          "resources", map("limits", map("cpu", dice.of("1", "500m"), "memory", values.any())));
    }
    if (dice.percent(15)) {
      container.put("volumeMounts", list(map("name", "one", "mountPath", dice.of("/a", "/b"))));
    }
    return container;
  }

  Map<String, Object> env() {
    var env = map("name", dice.of("LEVEL", "MODE", "HOST"));
    switch (dice.below(4)) {
      case 0 -> env.put("valueFrom", map("configMapKeyRef", map("name", name(), "key", "color")));
      case 1 -> env.put("valueFrom", map("secretKeyRef", map("name", name(), "key", "user")));
      default -> env.put("value", dice.percent(25) ? "$(NAME)-x" : values.string());
    }
    return env;
  }

  Map<String, Object> port() {
    var port = map("containerPort", dice.of(80, 81, 8080));
    if (dice.percent(40)) {
      port.put("protocol", dice.of("TCP", "UDP"));
    }
    if (dice.percent(40)) {
      port.put("name", dice.of("http", "admin"));
    }
    return port;
  }

  private Map<String, Object> volume(String name) {
    return switch (dice.below(5)) {
      case 0 -> map("name", name, "configMap", map("name", name()));
      case 1 -> map("name", name, "secret", map("secretName", name()));
      case 2 -> map("name", name, "persistentVolumeClaim", map("claimName", name()));
      case 3 ->
          map(
              "name",
              name,
              "projected",
              map(
                  "sources",
                  list(map("configMap", map("name", name())), map("secret", map("name", name())))));
      default -> map("name", name, "emptyDir", map());
    };
  }

  Map<String, Object> configMap() {
    var object = object("v1", "ConfigMap");
    if (dice.percent(90)) {
      var data = map();
      for (int i = dice.between(0, 4); i > 0; i--) {
        data.put(
            dice.of("color", "size", "a.json", "b.yaml", "n", "y", "10", "key2", "key10"),
            values.any());
      }
      if (dice.percent(25)) {
        data.put(
            "b.yaml", dice.of("port: 80\nhosts:\n- a\n- b\n", "x: {y: [1, 2]}\n", "a: \"1\"\n"));
      }
      if (dice.percent(15)) {
        data.put(
            "a.json",
            dice.of("{\"port\": 80, \"host\": \"a\"}", "{\n  \"port\": 80,\n  \"host\": \"a\"\n}"));
      }
      object.put("data", data);
    }
    return object;
  }

  private Map<String, Object> secret() {
    var object = object("v1", "Secret");
    object.put("type", "Opaque");
    object.put(dice.of("data", "stringData"), map("user", "YWRtaW4=", "password", values.word()));
    return object;
  }

  private Map<String, Object> service() {
    var object = object("v1", "Service");
    var spec = map("selector", strings(dice.between(0, 2)));
    var ports = list();
    for (int i = dice.between(0, 2); i > 0; i--) {
      var port = map("port", dice.of(80, 443), "targetPort", dice.of("http", "web"));
      if (dice.percent(40)) {
        port.put("protocol", dice.of("TCP", "UDP"));
      }
      ports.add(port);
    }
    spec.put("ports", ports);
    object.put("spec", spec);
    return object;
  }

  private Map<String, Object> simple() {
    return switch (dice.below(4)) {
      case 0 -> object("v1", "ServiceAccount");
      case 1 -> {
        var account = object("v1", "ServiceAccount");
        account.put("secrets", list(map("name", name())));
        account.put("imagePullSecrets", list(map("name", name())));
        yield account;
      }
      case 2 -> object("v1", "LimitRange");
      default -> object("v1", "PersistentVolumeClaim");
    };
  }

  private Map<String, Object> rbac() {
    var cluster = dice.percent(40);
    if (dice.percent(40)) {
      var role = object("rbac.authorization.k8s.io/v1", cluster ? "ClusterRole" : "Role");
      role.put(
          "rules",
          list(
              map(
                  "apiGroups",
                  list(""),
                  "resources",
                  list("secrets"),
                  "resourceNames",
                  list(name(), name()))));
      return role;
    }
    var binding =
        object("rbac.authorization.k8s.io/v1", cluster ? "ClusterRoleBinding" : "RoleBinding");
    binding.put(
        "roleRef",
        map(
            "apiGroup",
            "rbac.authorization.k8s.io",
            "kind",
            cluster ? "ClusterRole" : dice.of("Role", "ClusterRole"),
            "name",
            name()));
    var subjects = list();
    for (int i = dice.between(0, 2); i > 0; i--) {
      var subject = map("kind", "ServiceAccount", "name", dice.percent(30) ? "default" : name());
      if (dice.percent(60)) {
        subject.put("namespace", dice.of(NAMESPACES));
      }
      subjects.add(subject);
    }
    binding.put("subjects", subjects);
    return binding;
  }

  private Map<String, Object> ingress() {
    var object = object("networking.k8s.io/v1", "Ingress");
    var backend = map("service", map("name", name(), "port", map("number", 80)));
    var path = map("path", "/", "pathType", "Prefix", "backend", backend);
    object.put(
        "spec",
        map(
            "rules",
                list(
                    map(
                        "host",
                        dice.of("a.example.com", "$(NAME).example.com"),
                        "http",
                        map("paths", list(path)))),
            "tls", list(map("hosts", list("a.example.com"), "secretName", name()))));
    return object;
  }

  private Map<String, Object> autoscaler() {
    var object =
        object(
            dice.of("autoscaling/v2", "autoscaling/v1", "autoscaling/v2beta2"),
            "HorizontalPodAutoscaler");
    object.put(
        "spec",
        map(
            "scaleTargetRef",
            map("apiVersion", "apps/v1", "kind", "Deployment", "name", name()),
            "maxReplicas",
            5));
    return object;
  }

  private Map<String, Object> policy() {
    if (dice.percent(50)) {
      var object = object("policy/v1", "PodDisruptionBudget");
      object.put(
          "spec",
          map("minAvailable", dice.of(1, "50%"), "selector", map("matchLabels", strings(1))));
      return object;
    }
    var object = object("networking.k8s.io/v1", "NetworkPolicy");
    object.put(
        "spec",
        map(
            "podSelector",
            map("matchLabels", strings(1)),
            "ingress",
            list(map("from", list(map("podSelector", map("matchLabels", strings(1))))))));
    return object;
  }

  private Map<String, Object> storage() {
    return switch (dice.below(3)) {
      case 0 -> object("storage.k8s.io/v1", "StorageClass");
      case 1 -> object("scheduling.k8s.io/v1", "PriorityClass");
      default -> {
        var volume = object("v1", "PersistentVolume");
        volume.put("spec", map("storageClassName", name(), "nfs", map("server", "$(NAME)")));
        yield volume;
      }
    };
  }

  private Map<String, Object> webhook() {
    var object =
        object(
            "admissionregistration.k8s.io/v1",
            dice.of("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"));
    var service = map("name", name());
    if (dice.percent(60)) {
      service.put("namespace", dice.of(NAMESPACES));
    }
    object.put(
        "webhooks",
        list(
            map(
                "name",
                dice.of("a.example.com", "b.example.com"),
                "clientConfig",
                map("service", service))));
    return object;
  }

  private Map<String, Object> custom() {
    var object =
        object(dice.of("example.com/v1", "example.com/v1beta1"), dice.of("Widget", "Gadget"));
    object.put(
        "spec",
        map(
            "size",
            values.any(),
            "parts",
            list(map("name", "a", "value", values.any()), map("name", "b")),
            "secretRef",
            map("name", name()),
            "containers",
            list(map("image", dice.of(IMAGES)))));
    return object;
  }

  private Map<String, Object> cluster() {
    return switch (dice.below(4)) {
      case 0 -> object("v1", "Namespace", dice.of(NAMESPACES));
      case 1 -> {
        var definition =
            object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "widgets.example.com");
        definition.put(
            "spec",
            map("group", "example.com", "names", map("kind", "Widget", "plural", "widgets")));
        yield definition;
      }
      case 2 -> {
        var service = object("apiregistration.k8s.io/v1", "APIService", "v1.example.com");
        service.put("spec", map("service", map("name", name(), "namespace", dice.of(NAMESPACES))));
        yield service;
      }
      default -> object("gateway.networking.k8s.io/v1", "GatewayClass");
    };
  }

  private Map<String, Object> kindList() {
    return map(
        "apiVersion",
        "v1",
        "kind",
        dice.of("List", "ConfigMapList"),
        "items",
        list(configMap(), secret()));
  }

  static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }
}
