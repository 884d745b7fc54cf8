package io.burgee.operator.canary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.burgee.kube.WriteLog;
import io.burgee.sandbox.demo.Demo;
import io.burgee.sandbox.store.Kinds;
import io.burgee.testsupport.PrometheusReply;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Very many releases of a few applications, of each one after another, with outcomes drawn at
 * random, by one operator that is never restarted. What it remembers must not grow.
 */
final class Soak {
  /** Releases of one application between two looks at all that was written. */
  private static final int AT_A_TIME = 10;

  private final Options options;
  private final PrintStream out;
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final List<Footprint> footprints = new ArrayList<>();

  /**
   * How long and how fast.
   *
   * @param releases of all applications together
   * @param every after so many releases a line is printed; a multiple of the applications
   * @param seed equal seeds draw equal outcomes
   */
  record Options(int releases, int applications, int every, double speed, long seed) {}

  /** What became of it. */
  record Result(List<Footprint> footprints, List<String> wrong) {}

  /** What a release is like. Each ends as its name says. */
  private enum Kind {
    GOOD(40),
    BAD(20),
    STUCK(10),
    SILENT(10),
    SUPERSEDED(10),
    REVERTED(10);

    private final int percent;

    Kind(int percent) {
      this.percent = percent;
    }

    static Kind draw(Random random) {
      var left = random.nextInt(100);
      for (var kind : values()) {
        left -= kind.percent;
        if (left < 0) {
          return kind;
        }
      }
      throw new IllegalStateException("percentages do not add up");
    }
  }

  private Soak(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  static Result run(Options options, PrintStream out) {
    return new Soak(options, out).run();
  }

  private Result run() {
    out.printf(
        "seed %d, speed %.0f, %d applications%n",
        options.seed(), options.speed(), options.applications());
    var drawn = new ConcurrentSkipListMap<Kind, Integer>();
    try (var harness = Harness.atSpeed(options.speed())) {
      harness.operate(WriteLog.NONE);
      var lines = lines(harness);
      out.println(Footprint.HEADER);
      for (int done = 0; done < options.releases(); done += options.every()) {
        var began = System.nanoTime();
        for (int left = options.every(); left > 0; left -= lines.size() * AT_A_TIME) {
          everyLine(lines, Math.min(AT_A_TIME, left / lines.size()), drawn);
          harness.history.violationsSoFar().stream().filter(this::isNew).forEach(wrong::add);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        lookAt(harness, done + options.every(), options.every() / (took.toNanos() / 1e9));
      }
    }
    out.println("drawn " + drawn);
    return new Result(List.copyOf(footprints), List.copyOf(wrong));
  }

  /** An application with what draws its releases. */
  private record Line(Shop shop, Random random, AtomicInteger released) {}

  private List<Line> lines(Harness harness) {
    return IntStream.range(0, options.applications())
        .mapToObj(i -> new Line(Shop.open(harness, "shop-" + i), random(i), new AtomicInteger()))
        .peek(line -> line.shop().release(Soak::patient).awaitRest("Initialized"))
        .toList();
  }

  private Random random(int line) {
    return new Random(options.seed() * options.applications() + line);
  }

  private boolean isNew(String violation) {
    return !wrong.contains(violation);
  }

  private void everyLine(List<Line> lines, int releases, Map<Kind, Integer> drawn) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var each =
          lines.stream()
              .map(
                  line ->
                      CompletableFuture.runAsync(() -> releases(line, releases, drawn), threads))
              .toList();
      each.forEach(CompletableFuture::join);
    }
  }

  private void releases(Line line, int releases, Map<Kind, Integer> drawn) {
    for (int i = 0; i < releases; i++) {
      var number = line.released().incrementAndGet();
      // the first brings the annotations that all later ones have
      var kind = number == 1 ? Kind.GOOD : Kind.draw(line.random());
      drawn.merge(kind, 1, Integer::sum);
      release(line.shop(), kind, number);
    }
  }

  private void lookAt(Harness harness, int releases, double perSecond) {
    harness.metrics.forget();
    var footprint = Footprint.of(harness, releases, perSecond, wrong.size());
    footprints.add(footprint);
    out.println(footprint.line());
  }

  /** No deadline that a busy machine could miss, no end for want of answers. */
  private static void patient(ObjectNode canary) {
    canary.withObject("/spec").put("progressDeadlineSeconds", 100_000);
    canary.withObject("/spec/burgee").put("onUnknown", "Wait");
  }

  private void release(Shop shop, Kind kind, int number) {
    var promoted = Shop.image(shop.primary());
    var runs = runs(shop);
    prepare(shop, kind);
    var image = "example.com/shop:" + number;
    shop.harness().errors(shop.namespace(), firstAnswer(kind));
    shop.deploy(new Demo.Version(image, 0, kind == Kind.STUCK));
    var expected =
        switch (kind) {
          case GOOD, BAD, STUCK, SILENT -> image;
          case SUPERSEDED -> supersede(shop, image + "-again");
          case REVERTED -> revert(shop, promoted);
        };
    shop.await("release " + number + ", " + kind, () -> isOver(shop, runs, expected));
    check(shop, kind, number, expected, promoted);
  }

  private static PrometheusReply firstAnswer(Kind kind) {
    return switch (kind) {
      case GOOD, STUCK -> PrometheusReply.value(0);
      case BAD -> PrometheusReply.value(7);
      case SILENT, SUPERSEDED, REVERTED -> PrometheusReply.noSeries();
    };
  }

  /** Some outcomes need a deadline or a limit that the others must not have. */
  private static void prepare(Shop shop, Kind kind) {
    var deadline = kind == Kind.STUCK ? 60 : 100_000;
    var onUnknown = kind == Kind.SILENT ? "RollBack" : "Wait";
    var spec = shop.get(shop.canaries(), Shop.NAME).path("spec");
    if (spec.path("progressDeadlineSeconds").asInt() != deadline
        || !spec.at("/burgee/onUnknown").asText().equals(onUnknown)) {
      shop.editCanary(
          canary -> {
            canary.withObject("/spec").put("progressDeadlineSeconds", deadline);
            canary.withObject("/spec/burgee").put("onUnknown", onUnknown);
          });
    }
  }

  private static String supersede(Shop shop, String image) {
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.harness().errors(shop.namespace(), PrometheusReply.value(0));
    shop.deploy(new Demo.Version(image, 0, false));
    return image;
  }

  private static String revert(Shop shop, String promoted) {
    shop.await("traffic", () -> shop.liveWeight() == 50);
    shop.deploy(new Demo.Version(promoted, 0, false));
    return promoted;
  }

  private static boolean isOver(Shop shop, int runsBefore, String image) {
    var status = shop.status();
    var burgee = status.path("burgee");
    return burgee.path("stage").asText().equals("AtRest")
        && burgee.path("outbox").isEmpty()
        && burgee.path("run").asInt() > runsBefore
        && seenImage(shop, status.path("lastAppliedSpec").asText()).equals(image);
  }

  private static String seenImage(Shop shop, String revision) {
    var type = Kinds.CONTROLLER_REVISIONS;
    return shop.get(type, Shop.NAME + "-" + revision)
        .at("/data/blueprint/template/spec/containers/0/image")
        .asText();
  }

  private static int runs(Shop shop) {
    return shop.status().at("/burgee/run").asInt();
  }

  private void check(Shop shop, Kind kind, int number, String image, String promoted) {
    var succeeds = kind == Kind.GOOD || kind == Kind.SUPERSEDED;
    var phase = shop.status().path("phase").asText();
    var serving = Shop.image(shop.primary());
    if (!serving.equals(succeeds ? image : promoted)) {
      wrong.add("%d, %s: %s serves".formatted(number, kind, serving));
    }
    if (kind != Kind.REVERTED && !phase.equals(succeeds ? "Succeeded" : "Failed")) {
      wrong.add("%d, %s: %s".formatted(number, kind, phase));
    }
    if (shop.liveWeight() != 0) {
      wrong.add("%d, %s: the canary has %d".formatted(number, kind, shop.liveWeight()));
    }
  }
}
