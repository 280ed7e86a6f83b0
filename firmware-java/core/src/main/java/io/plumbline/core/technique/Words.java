package io.plumbline.core.technique;

import java.util.Locale;

/// Numbers in sentences, the same in every country.
final class Words {
  private Words() {}

  static String number(String format, double value) {
    // Adding zero turns −0.0 into 0.0; what rounds to it has no sign either.
    String text = String.format(Locale.ROOT, format, value + 0.0);
    return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
  }

  static String withFirstSmall(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
