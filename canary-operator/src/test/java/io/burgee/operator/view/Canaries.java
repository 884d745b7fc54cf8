package io.burgee.operator.view;

import io.burgee.api.Canary;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;

/** Canaries as they may be found, at one fixed time. */
final class Canaries {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private Canaries() {}

  static Canary of(String yaml) {
    return JSON.unmarshal(yaml, Canary.class);
  }

  static Canary analysed() {
    return of(
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: checkout, namespace: store}
        status:
          phase: Progressing
          canaryWeight: 20
          conditions:
          - {type: Promoted, status: Unknown, reason: Progressing, message: in progress}
          burgee:
            stage: Analysing
            reason: "Halt checkout.store advancement success rate 97.20% < 99%"
            step: 1
            weight: 20
            run: 4
            promoted: abc111
            candidate: abc222
            failedChecks: 1
            unknownChecks: 1
            since: "2026-03-01T11:58:55Z"
            nextCheckAt: "2026-03-01T12:00:12Z"
            deadline: "2026-03-01T12:09:00Z"
            waitingFor: the next check
            checks:
            - name: request-success-rate
              verdict: Failing
              why: success rate 97.20% < 99%
              value: 97.2
              min: 99
              samples: 1250
              window: PT1M
              at: "2026-03-01T11:59:12Z"
            - name: request-duration
              verdict: Passing
              value: 48.125
              max: 500
              samples: 1250
              window: PT1M
              at: "2026-03-01T11:59:12Z"
            - name: queue-depth
              verdict: Unknown
              why: no samples
              min: 1
              max: 20
              window: PT2M30S
              at: "2026-03-01T11:59:12Z"
            runs:
            - revision: abc111
              outcome: Succeeded
              startedAt: "2026-02-28T10:00:00Z"
              endedAt: "2026-02-28T10:12:30Z"
              reason: Promotion completed! Scaling down checkout.store
            - revision: abc222
              startedAt: "2026-03-01T11:58:00Z"
        """);
  }

  static Canary held() {
    return of(
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: offers, namespace: store}
        status:
          phase: WaitingPromotion
          canaryWeight: 0
          burgee:
            stage: Analysing
            reason: Halt offers.store advancement waiting for promotion approval team
            step: 3
            weight: 0
            matched: true
            mirrored: true
            run: 2
            gate: confirm-promotion
            pause: "alice at 2026-03-01T11:59:00Z: sale"
            frozenAt: "2026-03-01T11:59:30Z"
            deferred: the change of spec.provider counts when this run has ended
            verbs:
              pause: {value: "alice at 2026-03-01T11:59:00Z: sale", at: "2026-03-01T11:59:01Z"}
              promote: {value: bob, refused: "it is paused, resume it first", at: "2026-03-01T11:59:02Z"}
            promoted: abc111
            candidate: abc222
        """);
  }

  static Canary stalled() {
    return of(
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: basket, namespace: store}
        status:
          phase: Initialized
          canaryWeight: 0
          conditions:
          - {type: Promoted, status: "True", reason: Initialized, message: done}
          - {type: Stalled, status: "True", reason: ActionNeeded, message: "spec.targetRef.name is missing"}
          burgee: {stage: AtRest, reason: Initialization done!, promoted: abc111}
        """);
  }

  static Canary unseen() {
    return of(
        """
        apiVersion: flagger.app/v1beta1
        kind: Canary
        metadata: {name: search, namespace: index}
        """);
  }

  static Event event(int number, String at, String type, String message) {
    return JSON.unmarshal(
        """
        apiVersion: v1
        kind: Event
        metadata: {name: checkout.1234.%d, namespace: store}
        lastTimestamp: "%s"
        type: %s
        message: "%s"
        """
            .formatted(number, at, type, message),
        Event.class);
  }
}
