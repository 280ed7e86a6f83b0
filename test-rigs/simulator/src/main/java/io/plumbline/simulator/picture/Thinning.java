package io.plumbline.simulator.picture;

import java.util.Arrays;

/// Thins curves to what a screen can show. Each column keeps its first, lowest, highest and last point, so that an impact of a millisecond
/// stays visible in a recording of an hour.
final class Thinning {
  private Thinning() {}

  /// The part of a curve within `[fromS, untilS]` and its neighbours, as `{times, values}`.
  ///
  /// @param timeS ascending
  static double[][] thin(double[] timeS, double[] values, double fromS, double untilS, int columns) {
    int from = Math.max(0, firstAtOrAfter(timeS, fromS) - 1);
    int until = Math.min(timeS.length, firstAtOrAfter(timeS, untilS) + 2);
    int count = Math.max(0, until - from);
    int[] kept = new int[Math.min(count, 4 * columns)];
    int size = 0;
    if (count <= 4 * columns) {
      for (int i = 0; i < count; i++) {
        kept[size++] = from + i;
      }
    } else {
      for (int column = 0; column < columns; column++) {
        int first = from + (int) ((long) count * column / columns);
        int end = from + (int) ((long) count * (column + 1) / columns);
        size = keep(values, first, end, kept, size);
      }
    }
    size = dropLevel(values, kept, size);
    double[][] points = new double[2][size];
    for (int i = 0; i < size; i++) {
      points[0][i] = timeS[kept[i]];
      points[1][i] = values[kept[i]];
    }
    return points;
  }

  /// Index of the first instant that is not before `atS`; the length where there is none.
  static int firstAtOrAfter(double[] timeS, double atS) {
    int low = 0;
    int high = timeS.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeS[middle] < atS) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Drops what lies between two equal neighbours: a level line needs its ends only.
  private static int dropLevel(double[] values, int[] kept, int size) {
    int next = 0;
    for (int i = 0; i < size; i++) {
      boolean level = i > 0 && i + 1 < size && values[kept[i]] == values[kept[i - 1]]
          && values[kept[i]] == values[kept[i + 1]];
      if (!level) {
        kept[next++] = kept[i];
      }
    }
    return next;
  }

  private static int keep(double[] values, int first, int end, int[] kept, int size) {
    int lowest = first;
    int highest = first;
    for (int i = first + 1; i < end; i++) {
      // Negated so that any number wins over NaN.
      if (!(values[i] >= values[lowest])) {
        lowest = Double.isNaN(values[i]) ? lowest : i;
      }
      if (!(values[i] <= values[highest])) {
        highest = Double.isNaN(values[i]) ? highest : i;
      }
    }
    int[] wanted = {first, lowest, highest, end - 1};
    Arrays.sort(wanted);
    int next = size;
    for (int i = 0; i < wanted.length; i++) {
      if (i == 0 || wanted[i] != wanted[i - 1]) {
        kept[next++] = wanted[i];
      }
    }
    return next;
  }
}
