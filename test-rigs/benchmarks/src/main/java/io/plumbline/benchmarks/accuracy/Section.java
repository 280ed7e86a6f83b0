package io.plumbline.benchmarks.accuracy;

import java.util.List;

/// A part of the report: what a person reads, and what the document holds between the markers of its name.
///
/// @param name  of the markers
/// @param parts in their order
record Section(String name, List<Part> parts) {
  /// A caption with a table, a remark below it, or both.
  record Part(String caption, Table table, String remark) {}

  Section {
    parts = List.copyOf(parts);
  }

  String toText() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.caption()).append('\n');
      if (!part.table().isEmpty()) {
        text.append(part.table().toText());
      }
      text.append(part.remark().isEmpty() ? "" : part.remark() + "\n").append('\n');
    }
    return text.toString();
  }

  String toMarkdown() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append("**").append(part.caption()).append("**\n\n");
      if (!part.table().isEmpty()) {
        text.append(part.table().toMarkdown()).append('\n');
      }
      text.append(part.remark().isEmpty() ? "" : part.remark() + "\n\n");
    }
    return text.toString();
  }
}
