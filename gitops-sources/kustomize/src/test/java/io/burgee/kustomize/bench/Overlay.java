package io.burgee.kustomize.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * An overlay on a base with one file of so many resources and a generated Secret, which asks for
 * all that overlays usually do. Names and sizes are drawn, so nothing can know them beforehand.
 */
final class Overlay {
  private static final String[] WORDS = {
    "cart", "search", "mail", "stock", "price", "login", "media", "audit", "quote", "route"
  };
  private static final int KINDS = 4;

  private final Path folder;
  private final Random random;

  private Overlay(Path folder, long seed) {
    this.folder = folder;
    random = new Random(seed);
  }

  /** Lays the files in a folder and returns the one to build. */
  static Path lay(Path folder, int resources, long seed) throws IOException {
    return new Overlay(folder, seed).lay(resources);
  }

  private Path lay(int resources) throws IOException {
    var objects = new StringBuilder();
    var first = "";
    for (int i = 0; i < resources / KINDS; i++) {
      var name = WORDS[random.nextInt(WORDS.length)] + "-" + i;
      first = first.isEmpty() ? name : first;
      objects.append(application(name));
    }
    write("base/objects.yaml", objects.toString());
    write(
        "base/kustomization.yaml",
        """
        resources: [objects.yaml]
        secretGenerator:
        - name: database
          literals: [user=app, password=p%d]
        """
            .formatted(random.nextInt()));
    overlay(first);
    return folder.resolve("overlay");
  }

  private String application(String name) {
    return """
    apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: %1$s
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %1$s
    data:
      level: info
      rows: "%2$d"
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: %1$s
    spec:
      selector:
        app: %1$s
      ports:
      - port: 80
        targetPort: http
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
    spec:
      selector:
        matchLabels:
          app: %1$s
      template:
        metadata:
          labels:
            app: %1$s
        spec:
          serviceAccountName: %1$s
          containers:
          - name: main
            image: registry.example/app:1
            ports:
            - name: http
              containerPort: %3$d
            envFrom:
            - configMapRef:
                name: %1$s
            - secretRef:
                name: database
    ---
    """
        .formatted(name, random.nextInt(10_000), 8_000 + random.nextInt(1_000));
  }

  private void overlay(String first) throws IOException {
    write(
        "overlay/kustomization.yaml",
        """
        resources: [../base]
        namespace: shop
        namePrefix: live-
        labels:
        - pairs: {team: web}
          includeSelectors: true
        commonAnnotations:
          example.com/contact: web@example.com
        images:
        - name: registry.example/app
          newTag: v%2$d
        replicas:
        - name: %1$s
          count: 3
        patches:
        - path: resources.yaml
        - target: {kind: Deployment}
          patch: |
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: any}
            spec:
              template:
                spec:
                  containers:
                  - name: main
                    env:
                    - {name: STAGE, value: live}
        - target: {kind: Service}
          patch: |
            - op: add
              path: /spec/type
              value: ClusterIP
        """
            .formatted(first, random.nextInt(100)));
    write(
        "overlay/resources.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %s
        spec:
          template:
            spec:
              containers:
              - name: main
                resources:
                  requests: {cpu: 100m, memory: %dMi}
        """
            .formatted(first, 64 + random.nextInt(64)));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
