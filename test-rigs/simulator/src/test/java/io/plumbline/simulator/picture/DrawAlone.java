package io.plumbline.simulator.picture;

import java.io.IOException;
import java.nio.file.Path;

/// A process that draws one picture and says what came in its way.
final class DrawAlone {
  private DrawAlone() {}

  public static void main(String[] arguments) {
    try {
      RunPicture.write(Runs.noReps(), Path.of(arguments[0]));
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }
}
