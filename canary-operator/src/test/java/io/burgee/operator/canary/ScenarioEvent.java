package io.burgee.operator.canary;

import java.util.ArrayList;
import java.util.List;

/** What happens to a release, and how it is to end for each strategy. */
enum ScenarioEvent {
  PROMOTED("promoted") {
    @Override
    void play(ScenarioStage stage) {
      stage.deploy(NEW);
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return promoted(strategy);
    }
  },
  METRICS("rolled back by metrics") {
    @Override
    void play(ScenarioStage stage) {
      stage.metricsFail();
      stage.deploy(NEW);
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return strategy.analyses()
          ? rolledBack(strategy.routes(1), "Rolling back shop failed checks threshold reached 2")
          : promoted(strategy); // they are not asked
    }
  },
  DEADLINE("rolled back by deadline") {
    @Override
    void play(ScenarioStage stage) {
      stage.spec(spec -> spec.put("progressDeadlineSeconds", 20));
      stage.deploy(NEVER_READY);
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return rolledBack(strategy.routes(0), "Rolling back shop canary deployment shop not ready");
    }
  },
  ROLLBACK_HOOK("rolled back by hook") {
    @Override
    void prepare(ScenarioStage stage) {
      stage.hook("rollback", false);
    }

    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.hookSays("rollback", true);
      stage.goOn();
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return strategy.analyses()
          ? rolledBack(strategy.routes(1), "Rolling back shop manual webhook invoked")
          : promoted(strategy); // it is not asked
    }
  },
  GATE_DENIED("gate denied, then allowed") {
    @Override
    void prepare(ScenarioStage stage) {
      stage.hook(gate(stage.strategy()), false);
    }

    @Override
    void play(ScenarioStage stage) {
      stage.deploy(NEW);
      stage.awaitPhase(held(stage.strategy()));
      stage.awaitToldOnce("Halt shop advancement waiting for");
      stage.hookSays(gate(stage.strategy()), true);
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return held(strategy, promoted(strategy));
    }
  },
  GATE_SILENT("gate without answer, aborted") {
    @Override
    void prepare(ScenarioStage stage) {
      stage.hook(gate(stage.strategy()), false);
      stage.hookBreaks(gate(stage.strategy()));
    }

    @Override
    void play(ScenarioStage stage) {
      stage.deploy(NEW);
      stage.awaitPhase(held(stage.strategy()));
      stage.awaitToldOnce("Halt shop advancement no answer from");
      stage.verb("abort", "ops: the approver is down");
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return held(
          strategy,
          rolledBack(
              strategy.routesUntilConfirmed(),
              strategy.analyses()
                  ? "Rolling back shop aborted: ops: the approver is down"
                  : "Release of shop declined: ops: the approver is down"));
    }
  },
  NEW_REVISION("new revision midway") {
    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.deploy(NEWER);
      stage.awaitTold("New revision detected! Restarting analysis for shop");
      stage.goOn();
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      var end = promoted(strategy);
      return new ScenarioEnd(
          end.phases(), end.told(), strategy.routesOfTwoRuns(), NEWER, 0, List.of());
    }
  },
  NEW_CONFIG("configuration change midway") {
    @Override
    void prepare(ScenarioStage stage) {
      stage.mountConfig();
    }

    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.changeConfig("two");
      stage.awaitTold("New revision detected! Restarting analysis for shop");
      stage.goOn();
      stage.awaitPrimaryConfig("two");
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      var end = promoted(strategy);
      return new ScenarioEnd(
          end.phases(), end.told(), strategy.routesOfTwoRuns(), NEW, 0, List.of());
    }
  },
  PAUSED("paused and resumed") {
    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.verb("pause", "ops: lunch");
      stage.awaitTold("Paused shop: ops: lunch");
      stage.goOn();
      stage.standsStill();
      stage.verb("resume", "ops: back");
      stage.awaitTold("Resumed shop: ops: back");
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return promoted(strategy);
    }
  },
  ABORTED("aborted") {
    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.verb("abort", "ops: wrong build");
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return rolledBack(strategy.routes(1), "Rolling back shop aborted: ops: wrong build");
    }
  },
  DELETED("deleted midway") {
    @Override
    void prepare(ScenarioStage stage) {
      stage.revertsOnDeletion();
    }

    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.deleteCanary();
      stage.goOn();
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      var routes = new ArrayList<>(strategy.routes(1));
      if (routes.size() > 1) {
        routes.removeLast(); // back from the canary to the primary
      }
      routes.addAll(List.of("100", "gone"));
      return new ScenarioEnd(
          List.of("Initializing", "Initialized", "Progressing", "Terminating", "gone"),
          "Terminated canary shop",
          routes,
          "gone",
          2,
          List.of());
    }
  },
  SUSPENDED("suspended midway") {
    @Override
    void play(ScenarioStage stage) {
      stage.deployAndReachFirstStep(NEW);
      stage.spec(spec -> spec.put("suspend", true));
      stage.goOn();
      stage.standsStill();
      stage.spec(spec -> spec.put("suspend", false));
    }

    @Override
    ScenarioEnd end(ScenarioStrategy strategy) {
      return promoted(strategy);
    }
  };

  static final String OLD = "1.0.0";
  static final String NEW = "2.0.0";
  static final String NEWER = "3.0.0";
  static final String NEVER_READY = "2.0.0-never-ready";

  private final String title;

  ScenarioEvent(String title) {
    this.title = title;
  }

  /** Before the Canary is created. */
  void prepare(ScenarioStage stage) {}

  /** Once it is initialised; the runner waits for the end. */
  abstract void play(ScenarioStage stage);

  abstract ScenarioEnd end(ScenarioStrategy strategy);

  /** The gate that this strategy asks; one that skips the analysis asks only before it begins. */
  private static String gate(ScenarioStrategy strategy) {
    return strategy.analyses() ? "confirm-promotion" : "confirm-rollout";
  }

  private static String held(ScenarioStrategy strategy) {
    return strategy.analyses() ? "WaitingPromotion" : "Waiting";
  }

  /** Held at its gate on the way to that end. */
  private static ScenarioEnd held(ScenarioStrategy strategy, ScenarioEnd end) {
    var phases = new ArrayList<>(end.phases());
    if (strategy.analyses()) {
      phases.add(phases.indexOf("Progressing") + 1, "WaitingPromotion");
      if (phases.getLast().equals("Failed")) {
        phases.add(phases.size() - 1, "Progressing"); // while traffic is withdrawn
      } else if (strategy.switchesAll()) {
        phases.add(phases.indexOf("WaitingPromotion") + 1, "Progressing"); // with all users
      }
    } else {
      phases.add(phases.indexOf("Progressing"), "Waiting");
      if (phases.getLast().equals("Failed")) {
        phases.remove("Progressing"); // it never began
      }
    }
    return new ScenarioEnd(
        phases, end.told(), end.routes(), end.primary(), end.target(), end.dropped());
  }

  private static ScenarioEnd promoted(ScenarioStrategy strategy) {
    return new ScenarioEnd(
        List.of(
            "Initializing", "Initialized", "Progressing", "Promoting", "Finalising", "Succeeded"),
        strategy.analyses()
            ? "Promotion completed! Scaling down shop"
            : "Promotion completed! Canary analysis was skipped for shop",
        strategy.routesOfAllSteps(),
        NEW,
        0,
        List.of());
  }

  private static ScenarioEnd rolledBack(List<String> routes, String told) {
    return new ScenarioEnd(
        List.of("Initializing", "Initialized", "Progressing", "Failed"),
        told,
        routes,
        OLD,
        0,
        List.of());
  }

  @Override
  public String toString() {
    return title;
  }
}
