package io.plumbline.virtualchips.chip;

import java.util.ArrayList;
import java.util.List;

/// What the host did wrong, in order: the first 256 in full, the rest counted. Noting allocates nothing. One thread notes; another one should
/// look only when that is done.
public final class MisuseLog {
  private static final int KEPT = 256;
  private static final Misuse.Kind[] KINDS = Misuse.Kind.values();

  private final long[] timesNs = new long[KEPT];
  private final int[] kinds = new int[KEPT];
  private final int[] registers = new int[KEPT];
  private final int[] values = new int[KEPT];
  private long count;

  /// Notes one; see [Misuse].
  public void note(long timeNs, Misuse.Kind kind, int register, int value) {
    if (count < KEPT) {
      int i = (int) count;
      timesNs[i] = timeNs;
      kinds[i] = kind.ordinal();
      registers[i] = register;
      values[i] = value;
    }
    count++;
  }

  /// How many there were.
  public long count() {
    return count;
  }

  /// The first of them.
  public List<Misuse> list() {
    List<Misuse> list = new ArrayList<>();
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      list.add(new Misuse(timesNs[i], KINDS[kinds[i]], registers[i], values[i]));
    }
    return list;
  }
}
