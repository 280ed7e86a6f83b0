package io.plumbline.daemon.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object an event, on one line (JSON Lines), for those who collect logs: `time` (RFC 3339, UTC), `level`, `logger`, `thread`,
/// `message`, and of a failure `error` and `stack`. Thread-safe.
final class JsonLine extends Formatter {
  private final JsonMapper mapper = new JsonMapper();

  @Override
  public String format(LogRecord event) {
    ObjectNode line = mapper.createObjectNode();
    line.put("time", Instant.ofEpochMilli(event.getMillis()).toString());
    line.put("level", event.getLevel().getName());
    line.put("logger", event.getLoggerName());
    line.put("thread", Thread.currentThread().getName());
    line.put("message", formatMessage(event));
    Throwable thrown = event.getThrown();
    if (thrown != null) {
      StringWriter stack = new StringWriter();
      thrown.printStackTrace(new PrintWriter(stack));
      line.put("error", thrown.toString());
      line.put("stack", stack.toString());
    }
    return mapper.writeValueAsString(line) + "\n";
  }
}
