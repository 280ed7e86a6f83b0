package io.plumbline.core.calibration;

/// Eigenvalues and eigenvectors of a symmetric matrix of three, by Jacobi's rotations (Golub and Van Loan, section 8.5), smallest first.
final class Symmetric3 {
  private static final int SWEEPS = 30;

  private final double[] values = new double[3];
  private final double[][] vectors = new double[3][];

  /// @param matrix row by row; only its symmetric part counts
  Symmetric3(double[] matrix) {
    double[][] a = new double[3][3];
    double[][] v = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        a[i][j] = (matrix[3 * i + j] + matrix[3 * j + i]) / 2;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      rotate(a, v, 0, 1);
      rotate(a, v, 0, 2);
      rotate(a, v, 1, 2);
    }
    boolean[] taken = new boolean[3];
    for (int i = 0; i < 3; i++) {
      int least = -1;
      for (int j = 0; j < 3; j++) {
        if (!taken[j] && (least < 0 || a[j][j] < a[least][least])) {
          least = j;
        }
      }
      taken[least] = true;
      values[i] = a[least][least];
      vectors[i] = new double[]{v[0][least], v[1][least], v[2][least]};
    }
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < 3; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < 3; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[k][p];
      double vq = v[k][q];
      v[k][p] = c * vp - s * vq;
      v[k][q] = s * vp + c * vq;
    }
  }

  /// @param rank 0 for the smallest
  double value(int rank) {
    return values[rank];
  }

  /// Unit eigenvector; its sign means nothing.
  double[] vector(int rank) {
    return vectors[rank].clone();
  }
}
