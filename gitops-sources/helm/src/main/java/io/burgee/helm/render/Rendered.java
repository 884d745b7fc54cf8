package io.burgee.helm.render;

import io.burgee.helm.chart.ChartFile;
import java.util.List;

/**
 * What a render gave.
 *
 * @param manifest all documents but hooks, sorted for installation, each with its source
 * @param hooks in the order they run
 * @param notes NOTES.txt of the chart; empty if there is none
 * @param crds the files of {@code crds/}, subcharts' included, as they are
 */
public record Rendered(String manifest, List<Hook> hooks, String notes, List<ChartFile> crds) {}
