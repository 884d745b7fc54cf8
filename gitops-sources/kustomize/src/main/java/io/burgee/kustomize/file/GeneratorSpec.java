package io.burgee.kustomize.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code configMapGenerator} or {@code secretGenerator}.
 *
 * @param type the Secret's type; of no meaning for ConfigMaps
 * @param envs paths of env files, those of the older field {@code env} included
 */
public record GeneratorSpec(
    String name,
    String namespace,
    String behavior,
    List<String> literals,
    List<String> files,
    List<String> envs,
    String type,
    @Nullable GeneratorOptions options) {}
