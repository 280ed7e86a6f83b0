package io.plumbline.virtualchips.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which requests the virtual kernel answers with an error instead of asking the board, and how many it got. Thread-safe.
public final class IoctlScript {
  /// For rules that hold until [#clear].
  public static final long FOR_GOOD = Long.MAX_VALUE;

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Long> requests = new HashMap<>();

  /// Adds a rule.
  ///
  /// @param device name of the device file, as `spidev0.0`; lines of a GPIO chip count as `gpio` and their number, as `gpio25`
  /// @param skip   requests from now that go through before
  /// @param times  requests after those that fail
  /// @param errno  what they fail with
  public synchronized void fail(String device, long skip, long times, int errno) {
    long from = requests(device) + skip;
    rules.add(new Rule(device, from, times == FOR_GOOD ? FOR_GOOD : from + times, errno));
  }

  /// Forgets the rules, not the counts.
  public synchronized void clear() {
    rules.clear();
  }

  /// Requests that a device got so far.
  public synchronized long requests(String device) {
    return requests.getOrDefault(device, 0L);
  }

  /// Counts a request.
  ///
  /// @return 0, or −errno that it fails with
  synchronized int next(String device) {
    long number = requests(device);
    requests.put(device, number + 1);
    for (Rule rule : rules) {
      if (rule.device.equals(device) && number >= rule.from && number < rule.to) {
        return -rule.errno;
      }
    }
    return 0;
  }

  private record Rule(String device, long from, long to, int errno) {}
}
