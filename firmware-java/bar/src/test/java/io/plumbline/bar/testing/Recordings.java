package io.plumbline.bar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Made-up recordings.
public final class Recordings {
  /// A header row with one inertial sensor.
  public static final String COLUMNS = "t_s,centre_ax,centre_ay,centre_az,centre_gx,centre_gy,centre_gz";
  private static final double GRAVITY_MPS2 = 9.80665;
  private static final int RATE_HZ = 200;
  private static final double HEIGHT_M = 0.5;
  private static final double STROKE_S = 1.0;

  private Recordings() {}

  /// A row of a sensor at rest.
  public static String restRow(double timeS) {
    return String.format(Locale.ROOT, "%.4f,0,0,%.5f,0,0,0", timeS, GRAVITY_MPS2);
  }

  /// A recording with so many lifts of half a metre, each up in a second, held, and down in a second, with rest around it.
  public static String lifts(int reps) {
    StringBuilder csv = new StringBuilder(
        "# plumbline-recording: 1\n# exercise: deadlift-conventional\n# load_kg: 100\n");
    csv.append(COLUMNS).append('\n');
    double cycleS = 6;
    int rows = (int) ((4 + reps * cycleS) * RATE_HZ);
    for (int i = 0; i < rows; i++) {
      double timeS = (double) i / RATE_HZ;
      double inCycleS = timeS < 4 ? -1 : (timeS - 4) % cycleS;
      double acceleration = stroke(inCycleS) - stroke(inCycleS - 2);
      csv.append(String.format(Locale.ROOT, "%.4f,0,0,%.5f,0,0,0%n", timeS, GRAVITY_MPS2 + acceleration));
    }
    return csv.toString();
  }

  /// Acceleration of a smooth stroke that begins at 0 and ends at rest.
  private static double stroke(double timeS) {
    if (timeS < 0 || timeS >= STROKE_S) {
      return 0;
    }
    double omega = 2 * Math.PI / STROKE_S;
    return HEIGHT_M * omega / STROKE_S * Math.sin(omega * timeS);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
