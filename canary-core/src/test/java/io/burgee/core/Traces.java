package io.burgee.core;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The reference's traces beside those of the shipped policy.
 *
 * @param reference what the reference tells and shows, in its order
 * @param world after the same run
 */
record Traces(String title, Lines reference, World world) {

  /**
   * What there is to see of a run.
   *
   * @param routes percent of the canary
   */
  record Lines(List<String> events, List<String> statuses, List<String> routes) {
    Lines {
      events = List.copyOf(events);
      statuses = List.copyOf(statuses);
      routes = List.copyOf(routes);
    }
  }

  static List<Traces> all() {
    return List.of(
        promoted(),
        failing(),
        blueGreen(),
        withoutRoutes(),
        abTesting(),
        skipping(),
        waitingForPromotion(),
        failedPromotion(),
        deleted());
  }

  Lines burgee() {
    return new Lines(
        world.told.stream().map(text -> text.replace(".test", "")).toList(),
        world.shown.stream().map(Traces::text).toList(),
        world.routes.stream().map(route -> route.substring(route.indexOf('/') + 1)).toList());
  }

  private static String text(Report report) {
    return status(
        report.phase().text(),
        report.weight().percent(),
        report.iterations(),
        report.failedChecks());
  }

  private static String status(String phase, int weight, int iterations, int failed) {
    return phase
        + ", weight "
        + weight
        + (iterations == 0 ? "" : ", iterations " + iterations)
        + (failed == 0 ? "" : ", failed checks " + failed);
  }

  private static Traces promoted() {
    var world = new World(Plans.weighted());
    world.settle();
    world.primaryBecomesReady();
    world.settle();
    world.nextWake();
    deploy(world);
    wakes(world, 3);
    finish(world);
    return new Traces(
        "Canary, stepWeight 10, maxWeight 30: initialised and promoted",
        new Lines(
            List.of(
                "all the metrics providers are available!",
                "podinfo-primary not ready: waiting for rollout to finish: …",
                "Initialization done! podinfo",
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary weight 10",
                "Advance podinfo canary weight 20",
                "Advance podinfo canary weight 30",
                "Copying podinfo template spec to podinfo-primary",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down podinfo"),
            List.of(
                "Initializing, weight 0",
                "Initialized, weight 0",
                "Progressing, weight 0",
                "Progressing, weight 10",
                "Progressing, weight 20",
                "Progressing, weight 30",
                "Promoting, weight 30",
                "Finalising, weight 0",
                "Succeeded, weight 0"),
            List.of("0", "10", "20", "30", "0")),
        world);
  }

  private static Traces failing() {
    var world = World.atRest(Plans.weighted());
    world.shown.clear();
    world.verdicts =
        check ->
            check.name().equals("request-success-rate")
                ? new Verdict.Failing("Halt podinfo.test advancement success rate 90.00% < 99%")
                : new Verdict.Passing();
    deploy(world);
    wakes(world, 3);
    return new Traces(
        "The same, failing from tick 2 on, threshold 2",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary weight 10",
                "Halt podinfo advancement success rate 90.00% < 99%",
                "Halt podinfo advancement success rate 90.00% < 99%",
                "Rolling back podinfo failed checks threshold reached 2",
                "Canary failed! Scaling down podinfo"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 10",
                "Progressing, weight 10, failed checks 1",
                "Progressing, weight 10, failed checks 2",
                "Failed, weight 0"),
            List.of("10", "0")),
        world);
  }

  private static Traces blueGreen() {
    var world = World.atRest(Plans.blueGreen(2));
    world.shown.clear();
    deploy(world);
    wakes(world, 3);
    finish(world);
    return new Traces(
        "Blue/green, iterations 2",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary iteration 1/2",
                "Advance podinfo canary iteration 2/2",
                "Routing all traffic to canary",
                "Copying podinfo template spec to podinfo-primary",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down podinfo"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 0, iterations 1",
                "Progressing, weight 0, iterations 2",
                "Progressing, weight 0, iterations 3",
                "Promoting, weight 0, iterations 3",
                "Finalising, weight 0",
                "Succeeded, weight 0"),
            List.of("100", "0")),
        world);
  }

  private static Traces withoutRoutes() {
    var world = World.atRest(Plans.withoutMesh(2));
    world.shown.clear();
    deploy(world);
    wakes(world, 2);
    finish(world);
    return new Traces(
        "Blue/green with provider kubernetes, iterations 2",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary iteration 1/2",
                "Advance podinfo canary iteration 2/2",
                "Copying podinfo template spec to podinfo-primary",
                "Promotion completed! Scaling down podinfo"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 0, iterations 1",
                "Progressing, weight 0, iterations 2",
                "Progressing, weight 0, iterations 3",
                "Promoting, weight 0, iterations 3",
                "Finalising, weight 0",
                "Succeeded, weight 0"),
            List.of()),
        world);
  }

  private static Traces abTesting() {
    var world = World.atRest(Plans.abTesting(2));
    world.shown.clear();
    deploy(world);
    wakes(world, 2);
    finish(world);
    return new Traces(
        "A/B, iterations 2 (the routes of requests that no condition claims)",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary iteration 1/2",
                "Advance podinfo canary iteration 2/2",
                "Copying podinfo template spec to podinfo-primary",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down podinfo"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 0, iterations 1",
                "Progressing, weight 0, iterations 2",
                "Promoting, weight 0, iterations 2",
                "Finalising, weight 0",
                "Succeeded, weight 0"),
            List.of("0", "0")),
        world);
  }

  private static Traces skipping() {
    var world = World.atRest(Plans.skipping());
    world.shown.clear();
    deploy(world);
    finish(world);
    return new Traces(
        "skipAnalysis",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Copying podinfo template spec to podinfo-primary",
                "Promotion completed! Canary analysis was skipped for podinfo"),
            List.of("Progressing, weight 0", "Succeeded, weight 0"),
            List.of()),
        world);
  }

  private static Traces waitingForPromotion() {
    var world = World.atRest(Plans.asking(Plans.blueGreen(2), HookType.CONFIRM_PROMOTION));
    world.shown.clear();
    world.replies.put(HookType.CONFIRM_PROMOTION, new Reply.No("Forbidden"));
    deploy(world);
    wakes(world, 4);
    world.replies.clear();
    wakes(world, 2);
    finish(world);
    return new Traces(
        "Blue/green, iterations 2, waiting for promotion: the hook says no at first",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary iteration 1/2",
                "Advance podinfo canary iteration 2/2",
                "Halt podinfo advancement waiting for promotion approval confirm-promotion",
                "Advance podinfo canary iteration 2/2",
                "Confirm-promotion check confirm-promotion passed",
                "Routing all traffic to canary",
                "Confirm-promotion check confirm-promotion passed",
                "Copying podinfo template spec to podinfo-primary",
                "Routing all traffic to primary",
                "Promotion completed! Scaling down podinfo"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 0, iterations 1",
                "Progressing, weight 0, iterations 2",
                "WaitingPromotion, weight 0, iterations 1",
                "WaitingPromotion, weight 0, iterations 2",
                "WaitingPromotion, weight 0, iterations 3",
                "Promoting, weight 0, iterations 3",
                "Finalising, weight 0",
                "Succeeded, weight 0"),
            List.of("100", "0")),
        world);
  }

  private static Traces failedPromotion() {
    var world = World.atRest(Plans.steps(50));
    world.shown.clear();
    deploy(world);
    wakes(world, 1);
    world.primaryReadiness =
        new Facts.Readiness.Stuck("deployment \"podinfo-primary\" exceeded its progress deadline");
    world.settle();
    finish(world);
    return new Traces(
        "stepWeights [50], the promotion fails: the primary does not get ready with the candidate",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary weight 50",
                "Copying podinfo template spec to podinfo-primary",
                "Promotion of podinfo failed, primary not ready: deployment \"podinfo-primary\""
                    + " exceeded its progress deadline"),
            List.of(
                "Progressing, weight 0",
                "Progressing, weight 50",
                "Promoting, weight 50",
                "Failed, weight 100"),
            List.of("50", "100")),
        world);
  }

  private static Traces deleted() {
    var world = World.atRest(Plans.steps(50, 80));
    world.shown.clear();
    deploy(world);
    world.deleted = true;
    world.settle();
    return new Traces(
        "stepWeights [50, 80], deleted at the first step with revertOnDeletion"
            + " (routes until they are given back)",
        new Lines(
            List.of(
                "New revision detected! Scaling up podinfo",
                "Starting canary analysis for podinfo",
                "Advance podinfo canary weight 50",
                "Terminating canary podinfo",
                "Terminated canary podinfo"),
            List.of("Progressing, weight 0", "Progressing, weight 50", "Terminating, weight 0"),
            List.of("50")),
        world);
  }

  private static void deploy(World world) {
    world.edit("v2");
    world.settle();
  }

  private static void wakes(World world, int times) {
    IntStream.range(0, times).forEach(any -> world.nextWake());
  }

  /** The primary becomes ready with what it was given, and the canary's requests end. */
  private static void finish(World world) {
    world.primaryBecomesReady();
    world.settle();
    if (world.progress.stage() != Stage.AT_REST) {
      world.nextWake();
    }
  }
}
