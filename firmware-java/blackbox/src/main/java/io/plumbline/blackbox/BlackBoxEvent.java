package io.plumbline.blackbox;

/// Something that happened at a time between the samples: a note, a command that changed the measuring.
///
/// @param timeNs on the monotonic clock of the samples
/// @param kind   what it is, a short word: `note`, `change`
/// @param text   what there is to say
public record BlackBoxEvent(long timeNs, String kind, String text) {
  /// A change of what is made of the samples. Its time is that of the last instant before it, and holds wherever in the file it stands; builds
  /// that do not know of changes call its block one of a newer format.
  public static final String CHANGE = "change";
}
