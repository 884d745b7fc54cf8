package io.burgee.yaml;

import java.nio.charset.StandardCharsets;

/** Prints how fast a stream of Deployments is read and written once the JVM is warm. */
final class SpeedMain {
  private static final String OBJECT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web-%d
        labels: {app: web, tier: "front"}
      spec:
        replicas: 3
        selector:
          matchLabels:
            app: web
        template:
          spec:
            containers:
            - name: main
              image: registry.example.com/team/web:1.2.%d
              args: ["--listen", ":8080", "--config=/etc/web/config.yaml"]
              env:
              - name: MODE
                value: "on"
              resources:
                limits: {cpu: 500m, memory: 256Mi}
      ---
      """;

  private SpeedMain() {}

  public static void main(String[] args) {
    for (int objects : new int[] {130, 1300}) {
      var text = new StringBuilder();
      for (int i = 0; i < objects; i++) {
        text.append(OBJECT.formatted(i, i));
      }
      measure(text.toString());
    }
  }

  private static void measure(String text) {
    var reader = new YamlReader(Dialect.KUSTOMIZE, YamlLimits.DEFAULT);
    double megabytes = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
    long bestRead = Long.MAX_VALUE;
    long bestWrite = Long.MAX_VALUE;
    int rounds = Math.max(20, (int) (200 / megabytes));
    var out = new StringBuilder();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      var documents = reader.read(text);
      bestRead = Math.min(bestRead, System.nanoTime() - start);
      out.setLength(0);
      start = System.nanoTime();
      documents.forEach(document -> YamlWriter.write(document, out));
      bestWrite = Math.min(bestWrite, System.nanoTime() - start);
    }
    System.out.printf(
        "%.0f kB: read %.2f ms (%.0f MB/s), write %.2f ms (%.0f MB/s)%n",
        megabytes * 1000,
        bestRead / 1e6,
        megabytes * 1e9 / bestRead,
        bestWrite / 1e6,
        out.length() / 1e6 * 1e9 / bestWrite);
  }
}
