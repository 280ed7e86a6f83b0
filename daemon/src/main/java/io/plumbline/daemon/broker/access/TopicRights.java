package io.plumbline.daemon.broker.access;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.pairing.PairingCode;
import java.util.ArrayList;
import java.util.List;

/// Which topics somebody may publish and read: nothing but what is listed. The table for people is `topics.md`, held equal by a test. Immutable.
public final class TopicRights {
  /// Nothing at all.
  public static final TopicRights NONE = new TopicRights(List.of());

  /// Below it the daemon says what is for other programs of a home.
  private static final String DAEMON_ROOT = "plumbline-daemon";
  private static final String HOME_ASSISTANT_ROOT = "homeassistant";
  private static final String ALL = "/#";
  /// Where the embedded broker takes commands itself.
  private static final String BROKERS_OWN = "activemq";

  /// What is allowed with the topics of a filter, in Mosquitto's words.
  public enum Access {
    READ,
    WRITE,
    READWRITE
  }

  /// One entry of the list.
  public record Right(Access access, String filter) {}

  private final List<Right> rights;

  private TopicRights(List<Right> rights) {
    this.rights = List.copyOf(rights);
  }

  /// Of a user.
  ///
  /// @param name the bar's id, the pairing's id; of no meaning for others
  public static TopicRights of(Kind kind, String name) {
    return switch (kind) {
      case BAR -> bar(name);
      case DAEMON -> new TopicRights(List.of(new Right(Access.READWRITE, Topics.ROOT + ALL),
          new Right(Access.READWRITE, DAEMON_ROOT + ALL), new Right(Access.READWRITE, HOME_ASSISTANT_ROOT + ALL)));
      case HOME -> new TopicRights(List.of(new Right(Access.READ, Topics.ROOT + ALL),
          new Right(Access.READ, DAEMON_ROOT + ALL), new Right(Access.READ, HOME_ASSISTANT_ROOT + ALL),
          new Right(Access.WRITE, HOME_ASSISTANT_ROOT + "/status"), new Right(Access.WRITE, Topics.ROOT + "/+/cmd/+")));
      case READER -> new TopicRights(List.of(new Right(Access.READ, Topics.ROOT + ALL),
          new Right(Access.READ, DAEMON_ROOT + ALL)));
      case LOCAL -> new TopicRights(List.of(new Right(Access.READWRITE, "#")));
      case PAIRING -> new TopicRights(List.of(new Right(Access.WRITE, PairingCode.TOPIC_ROOT + "/" + name)));
    };
  }

  /// What is left to somebody whose rights were taken back, until the connection is closed: a bar's last will, that it is offline.
  public static TopicRights lastWord(Kind kind, String name) {
    return kind == Kind.BAR
        ? new TopicRights(List.of(new Right(Access.WRITE, Topics.of(name, Channel.AVAILABILITY))))
        : NONE;
  }

  private static TopicRights bar(String id) {
    List<Right> rights = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      rights.add(new Right(channel == Channel.ACK ? Access.READ : Access.WRITE, Topics.of(id, channel)));
    }
    rights.add(new Right(Access.READ, Topics.everyCommand(id)));
    rights.add(new Right(Access.WRITE, Topics.everyCommand(id) + "/result"));
    return new TopicRights(rights);
  }

  /// What is allowed, as a list.
  public List<Right> list() {
    return rights;
  }

  /// Whether a message may be published to a topic, also as a last will.
  public boolean mayPublish(String topic) {
    return TopicFilter.isTopic(topic) && !isBrokersOwn(topic) && isAllowed(topic, Access.READ, PairingCode.TOPIC_ROOT);
  }

  /// Whether everything may be read that a filter matches.
  public boolean maySubscribe(String filter) {
    return !filter.isEmpty() && !isBrokersOwn(filter) && isAllowed(filter, Access.WRITE, "");
  }

  /// @param unlike the access that is not enough
  /// @param named  a first level that has to be named in the right, empty for none: a request to be paired is believed because of who may send it
  private boolean isAllowed(String asked, Access unlike, String named) {
    boolean mustBeNamed = !named.isEmpty() && asked.startsWith(named + "/");
    return rights.stream().anyMatch(right -> right.access() != unlike
        && (!mustBeNamed || right.filter().startsWith(named)) && TopicFilter.covers(right.filter(), asked));
  }

  private static boolean isBrokersOwn(String topic) {
    return topic.startsWith("$") || topic.equals(BROKERS_OWN) || topic.startsWith(BROKERS_OWN + "/")
        || topic.startsWith(BROKERS_OWN + ".");
  }
}
