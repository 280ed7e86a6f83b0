package io.plumbline.daemon.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as tools write them.
final class Moments {
  /// ISO 8601, with a blank for the T too; a day without a time.
  private static final DateTimeFormatter ISO = DateTimeFormatter
      .ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSS][XXX]]", Locale.ROOT);
  /// `toLocaleString()` of a phone in American English.
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm:ss a", Locale.US);

  private final ZoneId zone;
  private final DateTimeFormatter format;

  /// @param pattern null for the formats that mean one moment for certain
  Moments(ZoneId zone, @Nullable String pattern) {
    this.zone = zone;
    try {
      this.format = pattern == null ? ISO : DateTimeFormatter.ofPattern(pattern, Locale.US);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("date_format '" + pattern + "' is none: " + e.getMessage(), e);
    }
  }

  /// @throws DateTimeException where the text is no time of the format
  Instant read(String text) {
    String plain = text.strip().replaceAll("[\\u00a0\\u202f]", " ");
    boolean american = format == ISO && plain.endsWith("M") && plain.contains("/");
    TemporalAccessor found = (american ? AMERICAN : format)
        .parseBest(plain, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (found) {
      case OffsetDateTime time -> time.toInstant();
      case ZonedDateTime time -> time.toInstant();
      case LocalDateTime time -> time.atZone(zone).toInstant();
      // Noon: the day stays the same in every zone near by.
      case LocalDate day -> day.atTime(12, 0).atZone(zone).toInstant();
      default -> throw new DateTimeException("no time");
    };
  }
}
