package io.plumbline.benchmarks.hotpath;

/// What was measured of one subject, a sample.
///
/// @param errorNs half the width of JMH's 99.9 % confidence interval, NaN where there were too few rounds for one
record HotpathFigure(Subject subject, double timeNs, double errorNs, double bytes) {
  /// What is measured, the baseline first.
  enum Subject {
    COPY("copy", "copy of a row (baseline)"),
    TRANSFER("transfer", "one SPI transfer"),
    SAMPLING("sampling",
        "sampling agent"),
    PIPELINE("pipeline", "pipeline agent"),
    RECORDER("recorder", "recorder agent");

    private final String method;
    private final String label;

    Subject(String method, String label) {
      this.method = method;
      this.label = label;
    }

    /// Of [HotpathBenchmark].
    String method() {
      return method;
    }

    /// For a person.
    String label() {
      return label;
    }
  }
}
