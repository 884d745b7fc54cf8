/** What a build costs here and elsewhere; {@code bench/kustomize} runs it. */
@NullMarked
package io.burgee.kustomize.bench;

import org.jspecify.annotations.NullMarked;
