package io.burgee.sandbox.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.sandbox.cluster.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The demo's manifests and the versions of its application. */
public final class Demo {
  public static final String NAMESPACE = "demo";

  /** The name of the Deployment, the Service and the Canary. */
  public static final String NAME = "shop";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A version of the application.
   *
   * @param errorRate the share of requests that it fails, 0 to 1
   * @param held its pods never become ready
   */
  public record Version(String image, double errorRate, boolean held) {
    public static final Version GOOD = new Version("example.com/shop:1.1.0", 0, false);
    public static final Version BAD = new Version("example.com/shop:1.2.0", 0.10, false);
    public static final Version STUCK = new Version("example.com/shop:1.3.0", 0, true);

    /** A strategic merge patch for the Deployment. */
    public ObjectNode patch() {
      var patch = Fields.object();
      var annotations = patch.withObject("/spec/template/metadata/annotations");
      annotations.put("sandbox.burgee.io/error-rate", Double.toString(errorRate));
      if (held) {
        annotations.put("sandbox.burgee.io/hold", "true");
      } else {
        annotations.putNull("sandbox.burgee.io/hold");
      }
      patch
          .withObject("/spec/template/spec")
          .putArray("containers")
          .addObject()
          .put("name", NAME)
          .put("image", image);
      return patch;
    }
  }

  private Demo() {}

  /** Istio's types, as far as the demo needs them. */
  public static List<ObjectNode> istioDefinitions() {
    return load("istio-crds.yaml");
  }

  /** The namespace and the workload, as a user has them before there is a Canary. */
  public static List<ObjectNode> application() {
    return load("shop.yaml");
  }

  public static ObjectNode canary() {
    return load("canary.yaml").getFirst();
  }

  private static List<ObjectNode> load(String name) {
    var settings = LoadSettings.builder().setLabel(name).build();
    try (InputStream in = Demo.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      var documents = new ArrayList<ObjectNode>();
      for (var document : new Load(settings).loadAllFromInputStream(in)) {
        documents.add(JSON.valueToTree(document));
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
