package io.plumbline.daemon.domain.training;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a list goes on: behind the thing with this time and id. Lists of what happened go from the newest to the oldest.
///
/// @param atMs ms since 1970
public record Place(long atMs, String id) {
  /// As it stands in a URL; meant for the daemon only.
  public String cursor() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((atMs + " " + id).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cursor back.
  ///
  /// @throws IllegalArgumentException where it is none
  public static Place parse(String cursor) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
      return new Place(Long.parseLong(parts[0]), parts[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cursor must be one that a list gave as next", e);
    }
  }
}
