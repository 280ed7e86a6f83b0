package io.plumbline.daemon.domain;

/// Takes what another daemon on the same broker and database has stored, for whoever looks here. Thread-safe; returns at once and never blocks.
public interface SharedEvents {
  /// Another daemon has committed a summary, or curves.
  void storedElsewhere(Received summary);

  /// Another daemon has committed something that was not heard here: what is shown has to be fetched again.
  void missed();
}
