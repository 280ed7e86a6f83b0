package io.plumbline.benchmarks.soak;

import org.HdrHistogram.Histogram;

/// Wake-up errors of one loop, µs.
///
/// @param number     wake-ups
/// @param cpuPercent share of one processor that the loop took, NaN where not known
record Latencies(String name, long number, double p50Us, double p99Us, double p999Us, double maxUs, long above100Us,
    long above1000Us, double cpuPercent) {
  private static final double NS_PER_US = 1e3;

  static Latencies of(String name, Histogram ns, double cpuPercent) {
    return new Latencies(name, ns.getTotalCount(), ns.getValueAtPercentile(50) / NS_PER_US,
        ns.getValueAtPercentile(99) / NS_PER_US, ns.getValueAtPercentile(99.9) / NS_PER_US,
        ns.getMaxValue() / NS_PER_US, above(ns, 100), above(ns, 1000), cpuPercent);
  }

  private static long above(Histogram ns, long us) {
    long limitNs = us * 1000;
    return ns.getMaxValue() <= limitNs ? 0 : ns.getCountBetweenValues(limitNs + 1, ns.getMaxValue());
  }
}
