package io.plumbline.system.broken.contract;

/// A payload value.
public enum Mode {
  LIVE,
  SIM
}
