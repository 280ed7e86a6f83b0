package io.plumbline.blackbox;

import java.util.ArrayList;
import java.util.List;

/// Collects damage: all of it counted, the first of it kept. Neighbours of one kind are one.
final class DamageLog {
  private static final int MAX_KEPT = 1000;

  private final List<Damage> kept = new ArrayList<>();
  private long count;
  private long lostBlocks;

  void add(Damage damage) {
    lostBlocks += damage.lostBlocks();
    if (!kept.isEmpty() && kept.size() == count) {
      Damage last = kept.getLast();
      if (last.kind() == damage.kind() && last.toByte() == damage.fromByte() && last.lostBlocks() == 0
          && damage.lostBlocks() == 0) {
        kept.set(kept.size() - 1, new Damage(damage.kind(), last.fromByte(), damage.toByte(), 0, 0));
        return;
      }
    }
    count++;
    if (kept.size() < MAX_KEPT) {
      kept.add(damage);
    }
  }

  List<Damage> kept() {
    return kept;
  }

  long count() {
    return count;
  }

  long lostBlocks() {
    return lostBlocks;
  }
}
