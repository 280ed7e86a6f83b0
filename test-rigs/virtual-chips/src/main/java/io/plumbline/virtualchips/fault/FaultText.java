package io.plumbline.virtualchips.fault;

import io.plumbline.simulator.scenario.Nearest;
import io.plumbline.virtualchips.fault.Fault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads faults as people write them:
///
/// `left-imu: reset at 12 s` · `force: corrupt from 3 s for 2 s` · `left-high-g: errno 121 at transfer 500` ·
/// `right-imu: no answer from 5 s` · `left-imu: upset 0x4F bit 5 at 3 s` · `force: open wire 2 from 4 s for 1 s`
///
/// Without a time it is there from the beginning, for good: `left-imu: look-alike`. `at transfer N` concerns one transfer, `from …` all from then on, `for …` limits that: `for 2 s`, `for 10 transfers`, `for good`.
public final class FaultText {
  private static final String SYNTAX = "PLACE: WHAT [at|from TIME s|transfer N [for TIME s|N transfers|good]]";

  private final String text;
  private final List<String> words;
  private int at;

  private FaultText(String text, List<String> words) {
    this.text = text;
    this.words = words;
  }

  /// One fault.
  ///
  /// @param places that there are
  /// @throws FaultException that names what is wrong and what may have been meant
  public static Fault parse(String text, List<String> places) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new FaultException("fault '" + text + "': it must be like '" + SYNTAX + "'");
    }
    String place = text.substring(0, colon).strip();
    if (!places.contains(place)) {
      throw new FaultException("fault '" + text + "': there is no place '" + place + "'; did you mean '"
          + Nearest.of(place, places) + "'?");
    }
    String rest = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    return new FaultText(text, new ArrayList<>(Arrays.asList(rest.split("\\s+", -1)))).fault(place);
  }

  /// Looks whether every fault has a chip to happen to.
  ///
  /// @param places where there are chips
  /// @throws FaultException for the first that has none
  public static void requirePlaces(List<Fault> faults, List<String> places) {
    for (Fault fault : faults) {
      if (!places.contains(fault.place())) {
        throw new FaultException("fault '" + fault.kind().words() + "' at " + fault.place()
            + ": this bar has no such chip; it has " + String.join(", ", places));
      }
    }
  }

  private FaultException refuse(String why) {
    return new FaultException("fault '" + text + "': " + why);
  }

  private String next() {
    return at < words.size() ? words.get(at) : "";
  }

  private boolean takes(String word) {
    boolean is = next().equals(word);
    at += is ? 1 : 0;
    return is;
  }

  private Fault fault(String place) {
    Kind kind = kind();
    int value = kind.numbers > 0 ? number(Integer.MAX_VALUE) : 0;
    int detail = 0;
    if (kind.numbers > 1) {
      takes("bit");
      detail = number(15);
    }
    if (kind == Kind.OPEN_WIRE && value > 3) {
      throw refuse("channels are 0 to 3");
    }
    if (next().isEmpty()) {
      return Fault.at(place, kind, 0, Double.POSITIVE_INFINITY).with(value, detail);
    }
    boolean from = next().equals("from");
    if (!takes("at") && !takes("from")) {
      throw refuse("after '" + kind.words() + "' must come 'at' or 'from', but there is '" + next() + "'");
    }
    if (takes("transfer")) {
      int transfer = number(Integer.MAX_VALUE);
      long transfers = from ? Long.MAX_VALUE : 1;
      if (takes("for")) {
        transfers = takes("good") ? Long.MAX_VALUE : number(Integer.MAX_VALUE);
        at += next().startsWith("transfer") ? 1 : 0;
      }
      end();
      if (transfer < 1) {
        throw refuse("transfers are counted from 1");
      }
      return Fault.atTransfer(place, kind, transfer, transfers).with(value, detail);
    }
    double fromS = seconds();
    double lastsS = Double.POSITIVE_INFINITY;
    if (takes("for")) {
      lastsS = takes("good") ? Double.POSITIVE_INFINITY : seconds();
    } else if (!from && !kind.atOnce) {
      throw refuse("say for how long: 'for 2 s' or 'for good'");
    }
    end();
    return Fault.at(place, kind, fromS, lastsS).with(value, detail);
  }

  private Kind kind() {
    String ahead = String.join(" ", words);
    for (Kind kind : Kind.values()) {
      String dashed = kind.words().replace(' ', '-');
      if ((ahead + " ").startsWith(kind.words() + " ") || (ahead + " ").startsWith(dashed + " ")) {
        at = ahead.startsWith(dashed) ? 1 : kind.words().split(" ", -1).length;
        return kind;
      }
    }
    List<String> all = Arrays.stream(Kind.values()).map(Kind::words).toList();
    int end = Math.max(words.indexOf("at"), words.indexOf("from"));
    String typed = String.join(" ", words.subList(0, end < 0 ? words.size() : end));
    throw refuse("there is no fault '" + typed + "'; did you mean '" + Nearest.of(typed, all)
        + "'? There are " + String.join(", ", all));
  }

  private int number(int most) {
    String word = next();
    try {
      int number = Integer.decode(word);
      if (number >= 0 && number <= most) {
        at++;
        return number;
      }
    } catch (NumberFormatException e) {
      throw refuse("there must be a whole number where '" + word + "' is");
    }
    throw refuse("'" + word + "' must be 0 to " + most);
  }

  private double seconds() {
    String word = next();
    String digits = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    try {
      double seconds = Double.parseDouble(digits);
      if (seconds >= 0 && seconds < 1e6) {
        at++;
        if (digits.equals(word) && !takes("s")) {
          throw refuse("the unit 's' must follow '" + word + "'");
        }
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw refuse("there must be a time in s where '" + word + "' is");
    }
    throw refuse("the time '" + word + "' is out of range");
  }

  private void end() {
    if (at < words.size()) {
      throw refuse("nobody understands '" + next() + "' at its end; it must be like '" + SYNTAX + "'");
    }
  }
}
