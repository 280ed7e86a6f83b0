package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who lifts, and under which names the bars know them. Any number of callers at once.
///
/// A bar knows a name, the daemon an athlete. A name that was never heard makes a new athlete, unless it differs from a known one only in case, width or spaces;
/// afterwards it belongs to that athlete until it is given to another one, and all sets that nobody reassigned go with it.
public interface AthleteBook {
  /// By name.
  Page<Kept<Athlete>> athletes(@Nullable Place after, int limit) throws StoreException;

  Optional<Kept<Athlete>> athlete(String id) throws StoreException;

  /// Adds one with a new id, and has the name at the bars be theirs where it is nobody's.
  ///
  /// @param by who makes the change, here as in what follows
  Kept<Athlete> add(Athlete athlete, String by) throws StoreException, RefusedException;

  /// Puts this in the place of what was known of the athlete.
  ///
  /// @param version that was read
  Kept<Athlete> change(Athlete athlete, long version, String by) throws StoreException, RefusedException;

  /// Names at the bars, as they were typed there.
  List<String> barNames(String athleteId) throws StoreException;

  /// Has a name belong to this athlete from now on, with all its sets that nobody reassigned.
  void giveBarName(String name, String athleteId, String by) throws StoreException, RefusedException;

  Kept<RuleOverrides> ruleOverrides(String athleteId) throws StoreException;

  Kept<RuleOverrides> changeRuleOverrides(String athleteId, RuleOverrides overrides, long version, String by)
      throws StoreException, RefusedException;

  /// What was changed of an athlete, newest first.
  List<Amendment> amendments(String athleteId) throws StoreException;

  /// Everything that was changed about an athlete, oldest first: the athlete, names at the bars, the rules' numbers, what was told, and sets that people gave them.
  List<AthleteChange> everyChange(String athleteId) throws StoreException;
}
