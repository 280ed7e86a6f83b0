package io.plumbline.bar.config;

/// A value in force.
///
/// @param key    dotted
/// @param value  as text
/// @param origin file and line, or `default`
public record Setting(String key, String value, String origin) {}
