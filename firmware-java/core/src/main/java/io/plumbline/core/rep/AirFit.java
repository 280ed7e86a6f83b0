package io.plumbline.core.rep;

import java.util.Arrays;

/// Normal equations of the [FloorReaction], with what is known beforehand as further rows: the [CellZero], and where about the plates hang. Noise of
/// neighbouring entries is partly the same. Allocates nothing after construction. Not thread-safe.
final class AirFit {
  static final double STANDARD_GRAVITY_MPS2 = 9.80665;
  /// Where the zeros stand among the terms.
  static final int ZERO = 3;
  private static final int TERMS = 5;
  /// Both zeros and ε.
  private static final int STATES = 3;
  /// Right-hand sides: the pulls, and one for each number of which the covariance is wanted: both zeros, ε, weight.
  private static final int SIDES = 1 + STATES + 1;
  private static final int WIDTH = TERMS + SIDES;
  private static final double SINGULAR = 1e-12;
  private static final double OVERHANG_SD_M = 0.03;
  private static final double FIRST_NOISE_N = 1.5;
  /// No cell is better.
  private static final double LEAST_NOISE_N = 0.05;
  /// Entries that share their noise.
  private static final double CORRELATED = 4;

  private final double[] normal = new double[TERMS * WIDTH];
  private final double[] row = new double[TERMS];
  private final double[] coefficients = new double[TERMS];
  /// For each right-hand side.
  private final double[] solution = new double[TERMS * SIDES];
  /// What both zeros and ε are of the coefficients, row by row.
  private final double[] states = new double[STATES * TERMS];
  private final double[] information = new double[STATES * STATES];
  private final double[] covariance = new double[STATES * STATES];
  /// By which the inverse of the normal matrix is the coefficients' covariance.
  private double varianceN2;

  AirFit() {
    states[ZERO] = 1;
    states[TERMS + ZERO + 1] = 1;
  }

  /// The terms of one entry, to be filled before [#add] and [#residual]: of weight, mass, mass by overhang, zeros of y and z.
  double[] row() {
    return row;
  }

  void begin() {
    Arrays.fill(normal, 0);
  }

  /// Adds an entry.
  ///
  /// @param pN     its pull
  /// @param weight by the variance of a calm entry over its own
  void add(double pN, double weight) {
    for (int k = 0; k < TERMS; k++) {
      for (int j = 0; j < TERMS; j++) {
        normal[k * WIDTH + j] += weight * row[k] * row[j];
      }
      normal[k * WIDTH + TERMS] += weight * row[k] * pN;
    }
  }

  /// Adds what is known without any entry, and solves. Changes the row.
  ///
  /// @param aboutN the side's weight, roughly
  /// @param noiseN standard deviation of a calm entry, infinite where it is not known yet
  /// @return whether it could be solved; the coefficients are as they were where not
  boolean solve(CellZero zero, double aboutN, double noiseN) {
    double calmN = noiseN < Double.POSITIVE_INFINITY ? Math.max(noiseN, LEAST_NOISE_N) : FIRST_NOISE_N;
    varianceN2 = calmN * calmN * CORRELATED;
    states[2 * TERMS] = 1 / aboutN;
    states[2 * TERMS + 1] = -STANDARD_GRAVITY_MPS2 / aboutN;
    zero.information(information);
    for (int i = 0; i < STATES; i++) {
      for (int j = 0; j < STATES; j++) {
        expect(i, j, varianceN2 * information[i * STATES + j], j == STATES - 1 ? zero.share() : 0);
      }
      for (int k = 0; k < TERMS; k++) {
        normal[k * WIDTH + TERMS + 1 + i] = states[i * TERMS + k];
      }
    }
    normal[WIDTH - 1] = 1;
    double outside = Math.sqrt(varianceN2) * STANDARD_GRAVITY_MPS2 / (OVERHANG_SD_M * aboutN);
    Arrays.fill(row, 0);
    row[1] = PlateMotion.OVERHANG_M;
    row[2] = -1;
    add(0, outside * outside);
    return eliminate();
  }

  /// One element of the zeros' information.
  private void expect(int i, int j, double weight, double value) {
    for (int k = 0; k < TERMS; k++) {
      for (int q = 0; q < TERMS; q++) {
        normal[k * WIDTH + q] += weight * states[i * TERMS + k] * states[j * TERMS + q];
      }
      normal[k * WIDTH + TERMS] += weight * states[i * TERMS + k] * value;
    }
  }

  /// Gauss's elimination; the matrix is symmetric and positive, so it needs no pivoting.
  private boolean eliminate() {
    for (int k = 0; k < TERMS; k++) {
      double before = normal[k * WIDTH + k];
      for (int j = 0; j < k; j++) {
        double f = normal[k * WIDTH + j] / normal[j * WIDTH + j];
        for (int q = j; q < WIDTH; q++) {
          normal[k * WIDTH + q] -= f * normal[j * WIDTH + q];
        }
      }
      if (!(normal[k * WIDTH + k] > SINGULAR * before)) {
        return false;
      }
    }
    for (int at = 0; at < SIDES; at++) {
      for (int k = TERMS - 1; k >= 0; k--) {
        double sum = normal[k * WIDTH + TERMS + at];
        for (int j = k + 1; j < TERMS; j++) {
          sum -= normal[k * WIDTH + j] * solution[at * TERMS + j];
        }
        solution[at * TERMS + k] = sum / normal[k * WIDTH + k];
      }
    }
    System.arraycopy(solution, 0, coefficients, 0, TERMS);
    return true;
  }

  /// What the row's entry leaves, N.
  double residual(double pN) {
    double sum = -pN;
    for (int k = 0; k < TERMS; k++) {
      sum += coefficients[k] * row[k];
    }
    return sum;
  }

  double coefficient(int term) {
    return coefficients[term];
  }

  /// Variance of the weight, N².
  double weightVar() {
    return varianceN2 * solution[(SIDES - 1) * TERMS];
  }

  /// By how much the weight is wrong where ε is wrong by its standard deviation, N.
  double shareSdN() {
    double shareVar = varianceN2 * stateOf(STATES - 1, STATES);
    return shareVar > 0 ? varianceN2 * solution[STATES * TERMS] / Math.sqrt(shareVar) : 0;
  }

  /// Tells what the fit knows of the zero.
  void tell(CellZero zero) {
    for (int i = 0; i < STATES; i++) {
      for (int j = 0; j < STATES; j++) {
        covariance[i * STATES + j] = varianceN2 * stateOf(i, 1 + j);
      }
    }
    zero.know(coefficients[ZERO], coefficients[ZERO + 1], stateOf(STATES - 1, 0), covariance);
  }

  /// A zero or ε of a solution.
  private double stateOf(int i, int at) {
    double sum = 0;
    for (int k = 0; k < TERMS; k++) {
      sum += states[i * TERMS + k] * solution[at * TERMS + k];
    }
    return sum;
  }
}
