import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Renders a chart by helm-java and prints what that took, in microseconds: {@code HelmJava CHART
 * TIMES}. A program of its own, run from its source: helm-java's library takes over the signals of
 * the process that it is in.
 */
final class HelmJava {
  private static final int WARM_UP = 100;

  public static void main(String[] args) {
    var chart = Path.of(args[0]);
    int times = Integer.parseInt(args[1]);
    for (int i = 0; i < WARM_UP; i++) {
      render(chart);
    }
    var took = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      render(chart);
      took[i] = (System.nanoTime() - start) / 1e3;
    }
    Arrays.sort(took);
    System.out.printf(
        java.util.Locale.ROOT,
        "{\"average\":%.1f,\"p99\":%.1f,\"bytes\":-1}%n",
        Arrays.stream(took).average().orElse(0),
        took[times * 99 / 100]);
  }

  private static void render(Path chart) {
    // Without a version it renders for Kubernetes 1.20.
    var text = new Helm(chart).template().withName("blue").withKubeVersion("1.36.0").call();
    if (text == null || text.isEmpty()) {
      throw new IllegalStateException("nothing rendered");
    }
  }
}
