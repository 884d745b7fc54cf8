/** Versions and constraints as charts write them. */
@NullMarked
package io.burgee.helm.semver;

import org.jspecify.annotations.NullMarked;
