package io.plumbline.bar.health;

/// Something that is not as it should be.
///
/// @param key    what it is about: the same for as long as it lasts, whatever the words
/// @param stops  whether nothing is measured because of it
/// @param reason one sentence for a person
/// @param mend   what is likely to help
public record Problem(String key, boolean stops, String reason, String mend) {}
