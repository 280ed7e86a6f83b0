package io.plumbline.daemon.coach;

import java.util.Arrays;
import java.util.Optional;

/// The numbers of the rules. Each is a default that coach and athlete can change for one athlete by its id, whose last word is the unit.
public enum RuleNumber {
  REST_H("rest_h", 48, 12, 336, "rest after a heavy session that loads the lower back"),
  REST_AFTER_HARD_H("rest_after_hard_h", 72, 12, 336, "the same after one of high volume or intensity"),
  HEAVY_SESSION_PCT("heavy_session_pct", 70, 30, 100,
      "load of the max above which a working set makes a session heavy"),
  HARD_SESSION_PCT("hard_session_pct", 90, 50, 100, "load of the max from which a session is of high intensity"),
  HARD_SESSION_VOLUME_PCT("hard_session_volume_pct", 130, 100, 300,
      "of the athlete's own mean session, from which a session is of high volume"),
  HARD_SESSION_RPE("hard_session_rpe", 9.5, 5, 10, "exertion from which a session is of high intensity"),
  WORKING_SET_PCT("working_set_pct", 80, 50, 100,
      "of the session's heaviest load, from which a set is a working set where nobody says what it was for"),
  PROGRESSION_NEAR_MAX_PCT("progression_near_max_pct", 5, 0.5, 20, "most a week for near-maximal work"),
  PROGRESSION_GENERAL_PCT("progression_general_pct", 10, 0.5, 30, "most a week for general work"),
  PROGRESSION_NEAR_MAX_LEAST_PCT("progression_near_max_least_pct", 2.5, 0, 20,
      "usual least a week for near-maximal work"),
  PROGRESSION_GENERAL_LEAST_PCT("progression_general_least_pct", 5, 0, 30, "usual least a week for general work"),
  PROGRESSION_NEAR_MAX_FROM_PCT("progression_near_max_from_pct", 85, 60, 100,
      "of the max, from which the working load counts as near-maximal work"),
  PROGRESSION_LOOK_BACK_WEEKS("progression_look_back_weeks", 4, 1, 26,
      "whose heaviest working load is what a week is compared with; after as many without the lift it is begun anew"),
  LIGHTER_LEAST_PCT("lighter_least_pct", 60, 10, 100, "lower end of a lighter session, of the usual working load"),
  LIGHTER_MOST_PCT("lighter_most_pct", 80, 10, 100, "upper end of a lighter session"),
  TECHNIQUE_HOLD_PCT("technique_hold_pct", 90, 50, 100, "lower end of the load after a set that ended early"),
  VOLUME_NOTE_PCT("volume_note_pct", 30, 5, 300,
      "above the athlete's own four-week mean, from which the week's volume is told"),
  LUMBAR_CONVENTIONAL_RATIO("lumbar_conventional_ratio", 1.0, 0, 3, "lumbar factor of the conventional deadlift"),
  LUMBAR_SUMO_RATIO("lumbar_sumo_ratio", 0.9, 0, 3, "of the sumo deadlift"),
  LUMBAR_TRAP_BAR_RATIO("lumbar_trap_bar_ratio", 0.85, 0, 3, "of the trap-bar deadlift"),
  LUMBAR_DEFICIT_RATIO("lumbar_deficit_ratio", 1.1, 0, 3, "of the deficit deadlift"),
  LUMBAR_BLOCK_RATIO("lumbar_block_ratio", 0.9, 0, 3, "of the block deadlift"),
  LUMBAR_ROMANIAN_RATIO("lumbar_romanian_ratio", 1.0, 0, 3, "of the Romanian deadlift"),
  LUMBAR_SQUAT_RATIO("lumbar_squat_ratio", 0.6, 0, 3, "of the squat"),
  LUMBAR_ROW_RATIO("lumbar_row_ratio", 0.7, 0, 3, "of the row"),
  LUMBAR_GOOD_MORNING_RATIO("lumbar_good_morning_ratio", 1.2, 0, 3, "of the good morning"),
  GENERAL_WARM_UP_MIN("general_warm_up_min", 5, 0, 60, "general warm-up before the first lift"),
  RAMP_1_PCT("ramp_1_pct", 45, 10, 95, "first set of the ramp, of the working load"),
  RAMP_2_PCT("ramp_2_pct", 60, 10, 95, "second"),
  RAMP_3_PCT("ramp_3_pct", 70, 10, 95, "third"),
  RAMP_4_PCT("ramp_4_pct", 85, 10, 95, "fourth"),
  RAMP_FIRST_PCT("ramp_first_pct", 55, 20, 100, "most that the first set of a session may be of the working load"),
  RAMP_JUMP_PCT("ramp_jump_pct", 30, 10, 100, "largest step of the ramp, in points of the working load"),
  BAR_KG("bar_kg", 20, 1, 60, "mass of the bar with its collars"),
  SMALLEST_PLATE_KG("smallest_plate_kg", 1.25, 0.1, 25, "smallest plate of which there is a pair"),
  DEADLIFT_AFTER_SETS("deadlift_after_sets", 0, 0, 50,
      "working sets of other lower-back lifts that may come before the deadlift"),
  DELOAD_NOTE_WEEKS("deload_note_weeks", 6, 1, 52, "training weeks after which a deload may be planned"),
  DELOAD_WEEKS("deload_weeks", 8, 1, 52, "training weeks after which one is suggested"),
  DELOAD_OLDER_NOTE_WEEKS("deload_older_note_weeks", 3, 1, 52, "the same, from the older age on: may be planned"),
  DELOAD_OLDER_WEEKS("deload_older_weeks", 4, 1, 52, "the same, from the older age on: suggested"),
  DELOAD_OLDER_Y("deload_older_y", 40, 18, 100, "age above which deloads come more often"),
  DELOAD_VOLUME_PCT("deload_volume_pct", 60, 10, 90,
      "of the mean of the weeks before: a week of less was a deload, marked or not"),
  NEAR_MAX_PCT("near_max_pct", 90, 70, 100, "of the max, from which a set is near-maximal"),
  NEAR_MAX_OLDER_Y("near_max_older_y", 45, 18, 100, "age above which near-maximal days are further apart"),
  NEAR_MAX_OLDER_FLAG_DAYS("near_max_older_flag_days", 10, 1, 90, "fewest days between them above that age"),
  NEAR_MAX_OLDER_NOTE_DAYS("near_max_older_note_days", 14, 1, 90, "days below which it is told above that age"),
  NEAR_MAX_WEEK_DAYS("near_max_week_days", 2, 0, 7, "most near-maximal days in seven, up to that age"),
  YEAR_MAX_TESTS("year_max_tests", 2, 0, 52, "true tests of the max within 365 days"),
  BELT_FROM_PCT("belt_from_pct", 90, 50, 100, "of the max, from which a belt is of use"),
  GRIP_SAME_SETS("grip_same_sets", 3, 1, 50, "mixed-grip sets in a row with the same hand under"),
  LOSS_LIGHT_MPS("loss_light_mps", 0.08, 0.02, 0.3,
      "velocity loss that ends a deadlift set, at 70 % of the max and below"),
  LOSS_HEAVY_MPS("loss_heavy_mps", 0.05, 0.02, 0.3, "the same at 90 % and above"),
  LOSS_OTHER_PCT("loss_other_pct", 20, 5, 60, "velocity loss that ends a set of another lift"),
  SORENESS_LIMIT_SCORE("soreness_limit_score", 3, 0, 9, "soreness up to which training goes on as planned"),
  SORENESS_LASTING_H("soreness_lasting_h", 72, 12, 336, "for how long soreness may stay above that"),
  CHECK_IN_FRESH_DAYS("check_in_fresh_days", 7, 1, 30, "for how long a check-in speaks for today"),
  RETURN_START_LEAST_PCT("return_start_least_pct", 40, 10, 100,
      "return: first deadlifts, of the former working load, least"),
  RETURN_START_MOST_PCT("return_start_most_pct", 50, 10, 100, "most"),
  RETURN_STEP_LEAST_PCT("return_step_least_pct", 5, 0, 30, "return: points of the former load a good week adds, least"),
  RETURN_STEP_MOST_PCT("return_step_most_pct", 10, 0, 30, "most"),
  REBUILD_FIRST_PCT("rebuild_first_pct", 50, 10, 100, "rebuild: first week, of the former working load"),
  REBUILD_SECOND_PCT("rebuild_second_pct", 60, 10, 100, "second week"),
  REBUILD_STEP_LEAST_PCT("rebuild_step_least_pct", 5, 0, 30, "rebuild: points that each later week adds, least"),
  REBUILD_STEP_MOST_PCT("rebuild_step_most_pct", 10, 0, 30, "most"),
  TECHNIQUE_CHECK_DAYS("technique_check_days", 91, 7, 730, "from one technique check to the next"),
  TECHNIQUE_CHECK_PCT("technique_check_pct", 70, 30, 90, "its load, of the max"),
  FILM_DAYS("film_days", 30, 7, 365, "from one filmed heavy set to the next"),
  MOBILITY_DAYS("mobility_days", 30, 7, 365, "from one mobility check to the next"),
  ACCESSORY_TIMES("accessory_times", 2, 0, 7, "days of the week with accessories, fewest"),
  PROFILE_DAYS("profile_days", 42, 7, 365, "how far back sets tell the load–velocity line"),
  PROFILE_LEAST_LOADS("profile_least_loads", 3, 3, 10, "different loads that the line needs"),
  PROFILE_FROM_PCT("profile_from_pct", 60, 30, 80, "lightest load that tells the line, of the estimate"),
  PROFILE_TO_PCT("profile_to_pct", 90, 70, 100, "heaviest"),
  E1RM_HEAVIEST_PCT("e1rm_heaviest_pct", 70, 50, 95, "the heaviest load must be that much of the estimate"),
  E1RM_BAND_PCT("e1rm_band_pct", 5, 1, 20, "shown on both sides of the estimate, at least"),
  E1RM_MOST_SD_PCT("e1rm_most_sd_pct", 10, 1, 50, "standard deviation above which there is no estimate"),
  V1RM_MPS("v1rm_mps", 0.20, 0.05, 0.6, "velocity at the max before anything is known of the athlete"),
  V1RM_SD_MPS("v1rm_sd_mps", 0.06, 0.005, 0.3, "its standard deviation"),
  VELOCITY_NOTE_MPS("velocity_note_mps", 0.06, 0.02, 0.3,
      "below the athlete's own line, from which today's velocity is told");

  private final String id;
  private final double usual;
  private final double least;
  private final double most;
  private final String meaning;

  RuleNumber(String id, double usual, double least, double most, String meaning) {
    this.id = id;
    this.usual = usual;
    this.least = least;
    this.most = most;
    this.meaning = meaning;
  }

  /// Its name in overrides and documents.
  public String id() {
    return id;
  }

  /// The default.
  public double usual() {
    return usual;
  }

  /// Least value that makes sense.
  public double least() {
    return least;
  }

  /// Largest value that makes sense.
  public double most() {
    return most;
  }

  /// What it is.
  public String meaning() {
    return meaning;
  }

  /// The last word of its id.
  public String unit() {
    return id.substring(id.lastIndexOf('_') + 1);
  }

  /// The number with this id, empty where there is none.
  public static Optional<RuleNumber> fromId(String id) {
    return Arrays.stream(values()).filter(number -> number.id.equals(id)).findFirst();
  }
}
