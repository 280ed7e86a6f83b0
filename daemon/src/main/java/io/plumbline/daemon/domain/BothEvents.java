package io.plumbline.daemon.domain;

import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.State;

/// Hands everything to one, then to another. As safe for threads as they are.
public record BothEvents(BarEvents first, BarEvents second) implements BarEvents {
  @Override
  public void brokerLink(boolean connected) {
    first.brokerLink(connected);
    second.brokerLink(connected);
  }

  @Override
  public void availability(String barId, boolean online) {
    first.availability(barId, online);
    second.availability(barId, online);
  }

  @Override
  public void forgotten(String barId) {
    first.forgotten(barId);
    second.forgotten(barId);
  }

  @Override
  public void info(String barId, Info info) {
    first.info(barId, info);
    second.info(barId, info);
  }

  @Override
  public void state(String barId, State state) {
    first.state(barId, state);
    second.state(barId, state);
  }

  @Override
  public void live(String barId, Live live) {
    first.live(barId, live);
    second.live(barId, live);
  }

  @Override
  public void cue(String barId, Cue cue) {
    first.cue(barId, cue);
    second.cue(barId, cue);
  }

  @Override
  public void quality(String barId, Quality quality) {
    first.quality(barId, quality);
    second.quality(barId, quality);
  }

  @Override
  public void stored(Received summary) {
    first.stored(summary);
    second.stored(summary);
  }
}
