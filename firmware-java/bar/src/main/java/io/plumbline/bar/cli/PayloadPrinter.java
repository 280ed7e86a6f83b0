package io.plumbline.bar.cli;

import io.plumbline.bar.summary.PayloadSink;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.payload.Payload;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Prints payloads as they come, a line each: JSON, or a table for people.
final class PayloadPrinter implements PayloadSink {
  private final ContractCodec codec = new ContractCodec();
  private final PrintStream out;
  private final @Nullable JsonOutput json;
  private final ProgressLine progress;
  private boolean headerPrinted;
  private boolean unread;

  /// @param json which payloads as JSON, null for the table
  PayloadPrinter(PrintStream out, @Nullable JsonOutput json, ProgressLine progress) {
    this.out = out;
    this.json = json;
    this.progress = progress;
  }

  @Override
  public void emit(Payload payload) {
    if (json != null) {
      if (json.includes(payload)) {
        progress.wipe();
        out.writeBytes(codec.encode(payload));
        out.write('\n');
        unread = out.checkError();
      }
      return;
    }
    String line = SummaryTable.line(payload);
    if (!line.isEmpty()) {
      progress.wipe();
      if (!headerPrinted) {
        headerPrinted = true;
        out.println(SummaryTable.header());
      }
      out.println(line);
      unread = out.checkError();
    }
  }

  /// Whether whoever read the output is gone, as `head` goes when it has seen enough.
  boolean isUnread() {
    return unread;
  }
}
