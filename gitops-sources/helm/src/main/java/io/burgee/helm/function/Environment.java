package io.burgee.helm.function;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What functions need of the world.
 *
 * @param clock with the zone that dates are printed in where none is named
 * @param random for what is no secret
 * @param secrets for keys, passwords and salts
 */
public record Environment(Clock clock, RandomGenerator random, SecureRandom secrets) {}
