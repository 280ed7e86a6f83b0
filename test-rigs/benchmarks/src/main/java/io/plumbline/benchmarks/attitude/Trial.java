package io.plumbline.benchmarks.attitude;

import io.plumbline.bar.recording.RecordingInput;
import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.bar.recording.UnusableRecordingException;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// A recording of one inertial unit with optical truth, in memory. Its arrays are its own and for reading only: nothing is copied where time is
/// measured.
final class Trial {
  static final int WIDTH = 6;

  private final String name;
  private final double[] timeS;
  private final double[] sensor;
  private final double[] upTruth;
  private final boolean[] moving;

  private Trial(String name, double[] timeS, double[] sensor, Poses poses) {
    this.name = name;
    this.timeS = timeS;
    this.sensor = sensor;
    this.upTruth = poses.up();
    this.moving = poses.moving();
  }

  /// @throws TrialException where it is no recording, or one without the centre's inertial unit or truth
  static Trial read(String name, Path file) throws TrialException {
    try {
      return readRows(name, file);
    } catch (UnusableRecordingException e) {
      throw new TrialException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new TrialException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static Trial readRows(String name, Path file)
      throws TrialException, UnusableRecordingException, IOException {
    double[] timeS = new double[1 << 16];
    double[] sensor = new double[WIDTH * timeS.length];
    double[] pose = new double[Poses.WIDTH * timeS.length];
    int n = 0;
    try (RecordingReader reader = RecordingReader.open(RecordingInput.open(file))) {
      SensorFrame frame = new SensorFrame();
      while (reader.next(frame)) {
        if (!frame.hasAll(ImuSite.CENTRE.bits())) {
          continue;
        }
        if (n == timeS.length) {
          timeS = Arrays.copyOf(timeS, 2 * n);
          sensor = Arrays.copyOf(sensor, 2 * WIDTH * n);
          pose = Arrays.copyOf(pose, 2 * Poses.WIDTH * n);
        }
        timeS[n] = frame.timeNs() * 1e-9;
        int c = ImuSite.CENTRE.firstChannel();
        for (int i = 0; i < 3; i++) {
          sensor[WIDTH * n + i] = frame.get(c + 3 + i);
          sensor[WIDTH * n + 3 + i] = frame.get(c + i);
        }
        for (int i = 0; i < Poses.WIDTH; i++) {
          pose[Poses.WIDTH * n + i] = reader.truth().get(Poses.COLUMNS[i]);
        }
        n++;
      }
    }
    Poses poses = new Poses(Arrays.copyOf(timeS, n), Arrays.copyOf(pose, Poses.WIDTH * n));
    if (n == 0 || !poses.anyOrientation()) {
      throw new TrialException(file + ": no row has a sample of centre_* and none a truth_q*; give a trial of BROAD");
    }
    return new Trial(name, Arrays.copyOf(timeS, n), Arrays.copyOf(sensor, WIDTH * n), poses);
  }

  /// As the table names it.
  String name() {
    return name;
  }

  /// Time of each sample, s.
  double[] timeS() {
    return timeS;
  }

  /// Gyro x, y, z (rad/s), specific force x, y, z (m/s²), six a sample.
  double[] sensor() {
    return sensor;
  }

  /// Whether it moves, by the cameras, of each sample.
  boolean[] moving() {
    return moving;
  }

  int size() {
    return timeS.length;
  }

  /// Mean time from sample to sample.
  double periodS() {
    return (timeS[timeS.length - 1] - timeS[0]) / (timeS.length - 1);
  }

  /// Plays it from its first sample to its last; `after` is told the number of each sample once the filter has it.
  void play(InclinationFilter filter, IntConsumer after) {
    filter.begin(sensor[3], sensor[4], sensor[5]);
    after.accept(0);
    for (int i = 1; i < timeS.length; i++) {
      int k = WIDTH * i;
      filter.update(sensor[k], sensor[k + 1], sensor[k + 2], sensor[k + 3], sensor[k + 4], sensor[k + 5],
          timeS[i] - timeS[i - 1]);
      after.accept(i);
    }
  }

  /// The angle between what a filter calls up and what the cameras do, in degrees, NaN where they were blind.
  double[] errorsDeg(InclinationFilter filter) {
    double[] errors = new double[size()];
    double[] up = new double[3];
    play(filter, i -> {
      filter.upInSensor(up);
      errors[i] = degrees(up[0], up[1], up[2], upTruth[3 * i], upTruth[3 * i + 1], upTruth[3 * i + 2]);
    });
    return errors;
  }

  /// By its tangent: the cosine of a small angle has lost its digits.
  private static double degrees(double ax, double ay, double az, double bx, double by, double bz) {
    double x = ay * bz - az * by;
    double y = az * bx - ax * bz;
    double z = ax * by - ay * bx;
    return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), ax * bx + ay * by + az * bz));
  }
}
