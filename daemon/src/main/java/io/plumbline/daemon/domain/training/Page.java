package io.plumbline.daemon.domain.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next where the next part begins, null at the end
public record Page<T>(List<T> items, @Nullable Place next) {
  public Page {
    items = List.copyOf(items);
  }
}
