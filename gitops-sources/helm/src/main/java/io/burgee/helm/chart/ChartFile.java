package io.burgee.helm.chart;

/**
 * A file of a chart.
 *
 * @param name its path in the chart, with slashes
 * @param data shared, never changed
 */
public record ChartFile(String name, byte[] data) {}
