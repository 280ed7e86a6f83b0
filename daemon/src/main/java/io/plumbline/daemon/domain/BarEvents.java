package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;

/// Takes what happens, as it happens. Called from several threads; returns at once and never blocks.
public interface BarEvents {
  /// The daemon's connection to the broker came or went. While it is gone, nothing is known of any bar.
  void brokerLink(boolean connected);

  /// The bar says, or the broker says for it, whether it is there.
  void availability(String barId, boolean online);

  /// The bar was removed for good.
  void forgotten(String barId);

  void info(String barId, Info info);

  void state(String barId, State state);

  void live(String barId, Live live);

  void cue(String barId, Cue cue);

  void quality(String barId, Quality quality);

  /// A summary was committed that was not known before.
  void stored(Received summary);
}
