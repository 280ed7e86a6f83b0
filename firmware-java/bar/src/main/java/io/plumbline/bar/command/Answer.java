package io.plumbline.bar.command;

import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.CommandResult.Status;

/// What became of a command.
///
/// @param text       one sentence for a person: what was done, or why not
/// @param afterwards done once the answer is on its way
public record Answer(Status status, String text, Runnable afterwards) {
  private static final int LONGEST = 300;

  /// It is carried out.
  ///
  /// @param effect what changed
  public static Answer done(String effect) {
    return new Answer(Status.DONE, effect, () -> {});
  }

  /// It is understood, and not carried out now or here.
  public static Answer refused(String reason) {
    return new Answer(Status.REFUSED, reason, () -> {});
  }

  /// It was tried.
  public static Answer failed(String reason) {
    return new Answer(Status.FAILED, reason, () -> {});
  }

  /// The same with something to do once it is on its way.
  Answer then(Runnable next) {
    return new Answer(status, text, next);
  }

  /// As it is published.
  CommandResult result(String correlationId) {
    boolean done = status == Status.DONE;
    return new CommandResult(correlationId, status, done ? null : plain(text), done ? plain(text) : null);
  }

  /// What somebody else wrote may be in it: the contract allows no line ends, and not everything.
  private static String plain(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\ud800-\\udfff]+", " ").strip();
    return line.isEmpty() ? "no word about it" : line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
