/**
 * A bounded check of the shipped policy by exhaustion: every state that a small cluster can get
 * into is visited, and the invariants of the design are rules on every step between them.
 *
 * <p>Read {@link io.burgee.core.model.State} first, then what can happen ({@link
 * io.burgee.core.model.Environment}, {@link io.burgee.core.model.Operator}), then what must hold
 * ({@link io.burgee.core.model.MoveRules}, {@link io.burgee.core.model.WriteRules}, {@link
 * io.burgee.core.model.Fairness}).
 */
@NullMarked
package io.burgee.core.model;

import org.jspecify.annotations.NullMarked;
