package io.burgee.helm.chart;

/**
 * A file of a chart.
 *
 * @param name its path in the chart, with slashes
 * @param data shared, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and large
public record ChartFile(String name, byte[] data) {}
