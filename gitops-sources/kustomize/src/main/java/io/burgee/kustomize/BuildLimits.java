package io.burgee.kustomize;

import io.burgee.yaml.YamlLimits;
import java.time.Duration;

/**
 * What one build may use, so that no repository can take the process down.
 *
 * @param objects how many objects there may be at any time
 * @param bytes how much may be read, and how much text replacements and generators may make
 * @param depth how many bases may stand one on the other
 * @param yaml what one YAML file may ask for
 * @param time how long the build may take
 */
public record BuildLimits(int objects, long bytes, int depth, YamlLimits yaml, Duration time) {
  public static final BuildLimits DEFAULT =
      new BuildLimits(50_000, 256L << 20, 64, YamlLimits.DEFAULT, Duration.ofMinutes(1));
}
