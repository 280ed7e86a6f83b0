package io.plumbline.drivers;

/// What is counted of a chip, each with the sentence that a person reads.
public enum ChipCounter {
  /// Good samples.
  SAMPLES("samples read"),
  /// Samples that the chip took and nobody read in time.
  LOST("samples lost"),
  /// Samples at the end of the range.
  CLIPPED("samples at the end of the range"),
  /// Samples thrown away because they were not to be trusted.
  REJECTED("samples thrown away as not to be trusted"),
  /// Bus transfers.
  TRANSFERS("bus transfers"),
  /// Nobody answered.
  NO_ANSWER("transfers that nobody answered"),
  /// The bus was busy or timed out.
  BUS_TIMEOUT("transfers that timed out or found the bus busy"),
  /// The transfer failed otherwise.
  BUS_ERROR("transfers that failed otherwise"),
  /// Checksum was wrong.
  CRC_ERRORS("answers with a wrong checksum"),
  /// The chip's buffer ran over.
  OVERRUNS("times the chip's buffer ran over"),
  /// Settings were not as written.
  SETTINGS_LOST("settings found changed"),
  /// The chip had restarted by itself.
  RESETS("restarts of the chip that nobody asked for"),
  /// Set up again.
  RESTARTS("times it was set up again"),
  /// Data-ready edges that were missed.
  EDGES_LOST("data-ready edges lost"),
  /// Same data again although new ones were due.
  STALE("reads that gave the same sample again");

  private final String sentence;

  ChipCounter(String sentence) {
    this.sentence = sentence;
  }

  /// What it counts, for a person.
  public String sentence() {
    return sentence;
  }
}
