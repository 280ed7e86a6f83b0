package io.plumbline.daemon.broker;

/// What a client logs in with.
///
/// @param user   its name
/// @param secret its password; no text shows it
public record Login(String user, String secret) {
  @Override
  public String toString() {
    return user;
  }
}
