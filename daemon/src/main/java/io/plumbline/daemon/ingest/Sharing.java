package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.daemon.domain.SharedEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether this daemon shares what bars publish with others on the same broker and database: each message to be stored then goes to one of them.
///
/// @param group  name of the share (`$share/NAME/…`), null for a daemon that takes everything
/// @param former shares that this daemon had a part in before, at the same broker under the same name; it leaves them
/// @param pages  shows what the others have stored
public record Sharing(@Nullable String group, List<String> former, SharedEvents pages) {
  private static final String PREFIX = "$share/";
  private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}";

  public Sharing {
    former = List.copyOf(former);
  }

  /// Whether a share may be called so.
  public static boolean isName(String text) {
    return text.matches(NAME);
  }

  /// Of every bar, for one of a share's daemons.
  static String filter(String group, Channel channel) {
    return PREFIX + group + "/" + Topics.ofEveryBar(channel);
  }

  /// The durable session: its part of what is to be stored, or all of it.
  MqttLink.Session summaries(String clientId, List<Channel> channels) {
    // The broker keeps a durable session's subscriptions for ever: one that is not given back brings everything twice, or takes what belongs to others.
    List<String> obsolete = former.stream().filter(name -> !name.equals(group))
        .flatMap(name -> channels.stream().map(channel -> filter(name, channel))).toList();
    String name = group;
    if (name == null) {
      return MqttLink.Session.ofBars(clientId, true, channels).without(obsolete);
    }
    return new MqttLink.Session(clientId, true,
        channels.stream().map(channel -> new MqttLink.Subscription(filter(name, channel), channel.qos())).toList(),
        null).without(obsolete).without(channels.stream().map(Topics::ofEveryBar).toList());
  }
}
