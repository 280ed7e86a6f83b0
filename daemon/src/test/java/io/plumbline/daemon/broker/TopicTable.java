package io.plumbline.daemon.broker;

import io.plumbline.contract.pairing.Secret;
import io.plumbline.contract.pairing.Verifier;
import io.plumbline.daemon.broker.access.AccessBook;
import io.plumbline.daemon.broker.access.AccessFile;
import io.plumbline.daemon.broker.access.BrokerUser;
import io.plumbline.daemon.broker.access.Kind;
import io.plumbline.daemon.broker.access.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of `topics.md`, and one of everybody in it.
final class TopicTable {
  static final String BAR = "left.1";
  static final Login BAR_LOGIN = new Login("bar-" + BAR, Secret.lasting());
  static final Login OTHER_LOGIN = new Login("bar-right", Secret.lasting());
  static final Login HOME_LOGIN = new Login("hass", Secret.lasting());
  static final Login READER_LOGIN = new Login("wall", Secret.lasting());
  static final Login DAEMON_LOGIN = new Login("second", Secret.lasting());
  static final Login PAIRING_LOGIN = new Login(Offer.PREFIX + "1a2b3c", Secret.once());

  /// Name in the head of a column, and what stands below it for each topic.
  final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

  TopicTable() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("topics.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| ---")) {
        rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip).toList());
      }
    }
    List<String> head = rows.removeFirst();
    for (int column = 1; column < head.size(); column++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (List<String> row : rows) {
        cells.put(row.getFirst().replace("`", "").replace("BAR", BAR).replace("OWN", PAIRING_LOGIN.user()),
            row.get(column));
      }
      columns.put(head.get(column), cells);
    }
  }

  List<String> topics() {
    return List.copyOf(columns.values().iterator().next().keySet());
  }

  /// Topics of a column with a letter.
  List<String> topics(String column, char letter) {
    return columns.getOrDefault(column, Map.of()).entrySet().stream()
        .filter(cell -> cell.getValue().indexOf(letter) >= 0).map(Map.Entry::getKey).toList();
  }

  /// Who comes into a column, and under which client id.
  static TestClient.Door door(String uri, String column) {
    return switch (column) {
      case "the bar" -> TestClient.Door.of(uri, BAR_LOGIN, "plumbline-bar-" + BAR);
      case "another bar" -> TestClient.Door.of(uri, OTHER_LOGIN, "plumbline-bar-right");
      case "daemon" -> TestClient.Door.of(uri, DAEMON_LOGIN, "plumbline-daemon-2");
      case "home" -> TestClient.Door.of(uri, HOME_LOGIN, "home-assistant");
      case "reader" -> TestClient.Door.of(uri, READER_LOGIN, "wall");
      case "local" -> TestClient.Door.of(uri, null, "anything");
      case "pairing" -> TestClient.Door.of(uri, PAIRING_LOGIN, "plumbline-" + PAIRING_LOGIN.user());
      default -> throw new IllegalArgumentException(column);
    };
  }

  /// Makes everybody known in a folder of keys.
  static void admit(Path keys) throws IOException {
    Instant now = Instant.now();
    new AccessFile(keys).change(book -> new AccessFile.Change<>(book.with(user(Kind.BAR, BAR, BAR_LOGIN, now))
        .with(user(Kind.BAR, "right", OTHER_LOGIN, now)).with(user(Kind.HOME, "hass", HOME_LOGIN, now))
        .with(user(Kind.READER, "wall", READER_LOGIN, now)).with(user(Kind.DAEMON, "second", DAEMON_LOGIN, now))
        .with(new Offer(PAIRING_LOGIN.user(), "new", Verifier.of(PAIRING_LOGIN.secret()),
            now.plus(Duration.ofMinutes(10))), now),
        AccessBook.EMPTY));
  }

  private static BrokerUser user(Kind kind, String name, Login login, Instant now) {
    return new BrokerUser(kind, name, Verifier.of(login.secret()), now);
  }
}
