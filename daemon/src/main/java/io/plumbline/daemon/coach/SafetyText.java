package io.plumbline.daemon.coach;

import java.util.List;

/// The page on seeking help: the same for everybody at every time, one tap away, and never shown because of what a sensor measured.
///
/// @param title    of the page
/// @param atOnce   when to seek medical care at once
/// @param soon     when to see a professional
/// @param about    what this system is
public record SafetyText(String title, List<String> atOnce, List<String> soon, String about) {
  /// The page.
  public static final SafetyText PAGE = new SafetyText("When to seek help",
      List.of("Numbness around the saddle: inner thighs, genitals, buttocks", "Bladder or bowel trouble that is new",
          "Weakness of a leg that grows", "Fever together with back pain", "Pain after a fall or another accident"),
      List.of("Pain that shoots into a leg", "Tingling", "Pain that woke you", "Pain that lasts beyond 72 hours"),
      "This is a training instrument for healthy adults. It shows how consistent a technique is and helps to plan load and recovery; it knows nothing of your health"
          + " but what you tell it.");

  /// What is said where an athlete tells of lasting, one-sided, sharp or spreading soreness.

  public SafetyText {
    atOnce = List.copyOf(atOnce);
    soon = List.copyOf(soon);
  }
}
