package io.plumbline.benchmarks.hotpath;

/// An agent that does a number of samples on average: a pass gives four or five, so what is done too much counts for the next time.
final class Steady {
  private final HotAgent agent;
  private long done;
  private long asked;

  Steady(HotAgent agent) {
    this.agent = agent;
  }

  /// So many samples more.
  ///
  /// @return samples so far
  long run(int samples) {
    asked += samples;
    while (done < asked) {
      done += agent.pass();
    }
    return done;
  }
}
