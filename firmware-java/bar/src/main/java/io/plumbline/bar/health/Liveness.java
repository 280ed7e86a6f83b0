package io.plumbline.bar.health;

import io.plumbline.drivers.ChipState;

/// Whether the program does its work, for a watchdog that starts a hung one again. Absent hardware is no reason: a new start would not find it
/// either. So the loop has to pass, whatever hangs on it; and where a chip says that it runs, its samples have to come, and to come
/// through to the pipeline. The thread that looks is the one that measures: where that hangs, nobody looks.
public final class Liveness {
  private final long patienceNs;
  private boolean looked;
  private long passes;
  private long passedNs;
  private long samples;
  private long sampledNs;
  private long frames;
  private long framedNs;

  /// @param patienceNs how long each may stand still
  public Liveness(long patienceNs) {
    this.patienceNs = patienceNs;
  }

  /// To be called more often than the patience lasts.
  ///
  /// @return whether everything that has something to do has done something lately
  public boolean look(Signs signs, long nowNs) {
    boolean runs = signs.chips().stream().anyMatch(chip -> chip.state() == ChipState.RUNNING);
    long read = signs.chips().stream().mapToLong(Signs.Chip::samples).sum();
    if (!looked || signs.loop().passes() != passes) {
      passes = signs.loop().passes();
      passedNs = nowNs;
    }
    if (!looked || !runs || read != samples) {
      samples = read;
      sampledNs = nowNs;
    }
    if (!looked || !runs || signs.frames() != frames) {
      frames = signs.frames();
      framedNs = nowNs;
    }
    looked = true;
    return signs.loop().failure().isEmpty() && nowNs - passedNs < patienceNs && nowNs - sampledNs < patienceNs
        && nowNs - framedNs < patienceNs;
  }
}
