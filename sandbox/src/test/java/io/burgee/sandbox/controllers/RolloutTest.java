package io.burgee.sandbox.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
  @Test
  void podsThatAreStillCountedTakeNoReplicaSetBelowZero() {
    var rollout = new Rollout(2, 1, 0);
    var sizes = List.of(new Rollout.Size("old", false, 0, 1), new Rollout.Size("new", true, 2, 2));
    assertThat(rollout.next(sizes)).isEmpty();
  }
}
