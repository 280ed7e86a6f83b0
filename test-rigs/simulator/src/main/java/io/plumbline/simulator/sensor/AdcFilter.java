package io.plumbline.simulator.sensor;

import java.util.Arrays;

/// The decimation filter of the load cells' converter (ads131m04.md, section 2): up to 4 kSPS a sinc³ over 0.25 ms and then a mean over the
/// output period, above that a sinc³ over the period. It is evaluated at any instant, not at whole steps: the force is taken as linear
/// between two steps and weighed with the exact integral.
final class AdcFilter {
  private static final double FIRST_STAGE_S = 0.25e-3;

  private final double[] weights;
  private final double[][] past;
  private int newest;

  AdcFilter(int channels, double periodS, double stepS) {
    double stageS = Math.min(FIRST_STAGE_S, periodS);
    // Boxes of the filter, and the two whose convolution is the hat of linear interpolation.
    double[] boxesS = {stageS, stageS, periodS, stepS, stepS};
    int taps = (int) Math.ceil((2 * stageS + periodS) / stepS) + 1;
    weights = new double[taps];
    double sum = 0;
    for (int i = 0; i < taps; i++) {
      weights[i] = convolvedBoxes(boxesS, (i + 1) * stepS);
      sum += weights[i];
    }
    for (int i = 0; i < taps; i++) {
      weights[i] /= sum;
    }
    past = new double[channels][taps + 1];
  }

  /// Convolution of boxes that begin at 0, not normalised: the sum over all their subsets of truncated powers.
  private static double convolvedBoxes(double[] boxesS, double timeS) {
    double sum = 0;
    for (int subset = 0; subset < 1 << boxesS.length; subset++) {
      double x = timeS;
      for (int i = 0; i < boxesS.length; i++) {
        x -= (subset >> i & 1) * boxesS[i];
      }
      double power = x > 0 ? 1 : 0;
      for (int i = 1; i < boxesS.length; i++) {
        power *= x;
      }
      sum += Integer.bitCount(subset) % 2 == 0 ? power : -power;
    }
    return sum;
  }

  /// Correlation that white noise in front of the filter leaves between one output and the next: the filter against itself, a period later.
  static double correlation(double periodS) {
    double stageS = Math.min(FIRST_STAGE_S, periodS);
    double[] boxesS = {stageS, stageS, stageS, stageS, periodS, periodS};
    double middleS = 2 * stageS + periodS;
    return convolvedBoxes(boxesS, middleS + periodS) / convolvedBoxes(boxesS, middleS);
  }

  /// As if the input had been this for ever.
  void settle(double[] input) {
    for (int i = 0; i < past.length; i++) {
      Arrays.fill(past[i], input[i]);
    }
  }

  void step(double[] input) {
    newest = newest == 0 ? past[0].length - 1 : newest - 1;
    for (int i = 0; i < past.length; i++) {
      past[i][newest] = input[i];
    }
  }

  /// Output between the step before, share 0, and the last one, share 1.
  double at(int channel, double share) {
    double[] line = past[channel];
    double last = 0;
    double before = 0;
    int index = newest;
    for (double weight : weights) {
      last += weight * line[index];
      index = index + 1 == line.length ? 0 : index + 1;
      before += weight * line[index];
    }
    return before + share * (last - before);
  }
}
