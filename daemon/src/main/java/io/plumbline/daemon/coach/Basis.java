package io.plumbline.daemon.coach;

import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.Told;

/// One thing that a finding is based on.
///
/// @param id of a set `bar/journal/number`, of what people told its id
public record Basis(Kind kind, String id) {
  /// What it is.
  public enum Kind {
    SET,
    TOLD
  }

  static Basis of(SetKey key) {
    return new Basis(Kind.SET, key.barId() + "/" + key.journalId() + "/" + key.setNumber());
  }

  static Basis of(Told told) {
    return new Basis(Kind.TOLD, told.id());
  }
}
