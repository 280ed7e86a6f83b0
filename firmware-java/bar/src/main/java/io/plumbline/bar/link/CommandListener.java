package io.plumbline.bar.link;

/// Takes the commands that come for this bar.
public interface CommandListener {
  /// A command came, whatever it holds. On the client's thread: whoever waits here stops the link.
  ///
  /// @param name     of the command, as its topic has it
  /// @param retained whether the broker has kept it from earlier
  void onCommand(String name, byte[] payload, boolean retained);
}
