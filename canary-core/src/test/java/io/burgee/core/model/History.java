package io.burgee.core.model;

/**
 * What the checker remembers and nobody in the cluster needs to.
 *
 * @param edited whether a user gave a reason for a run that none has answered yet
 * @param told whether the user was told that this stage takes too long
 * @param farewells how often the end of the present run was told, at most 2
 * @param withdrawn minutes since a write of ours took the canary's last requests, up to the drain
 *     delay
 * @param rescued whether the promotion of the present run failed
 */
record History(boolean edited, boolean told, int farewells, int withdrawn, boolean rescued) {
  static final int LONG_AGO = 1;
  static final History NONE = new History(false, false, 0, LONG_AGO, false);

  History edited(boolean now) {
    return new History(now, told, farewells, withdrawn, rescued);
  }

  History told(boolean now) {
    return new History(edited, now, farewells, withdrawn, rescued);
  }

  History farewells(int number) {
    return new History(edited, told, Math.min(2, number), withdrawn, rescued);
  }

  History withdrawn(int minutes) {
    return new History(edited, told, farewells, Math.min(LONG_AGO, minutes), rescued);
  }

  History rescued(boolean now) {
    return new History(edited, told, farewells, withdrawn, now);
  }
}
