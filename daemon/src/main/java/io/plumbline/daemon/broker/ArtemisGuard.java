package io.plumbline.daemon.broker;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.util.AttributeKey;
import io.plumbline.daemon.broker.access.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.protocol.websocket.WebSocketServerHandler;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.utils.CompositeAddress;
import org.jspecify.annotations.Nullable;

/// Where Artemis asks who may do what. It asks as a security manager, in names of its own; before that, as an interceptor, it shows the packets, because some
/// of what has to be judged never comes to the security manager: the topic of a last will, and a subscription whose queue there is already (a refusal
/// deletes that queue, which may be another's). Thread-safe.
final class ArtemisGuard implements ActiveMQSecurityManager5, MQTTInterceptor {
  /// Name of the door for programs of this computer.
  static final String LOCAL = "local";

  private static final AttributeKey<String> WILL = AttributeKey.valueOf("plumbline-will");
  /// Takes the place of a filter that is refused: no queue of this name can be there, so the refusal touches nothing.
  private static final String REFUSED = "$refused";
  private static final int MOST_REQUEST_BYTES = 1024;
  private static final String SHARED = "$share/";

  private final Doorkeeper doorkeeper;
  private final WildcardConfiguration names;

  /// @param names how Artemis writes topics
  ArtemisGuard(Doorkeeper doorkeeper, WildcardConfiguration names) {
    this.doorkeeper = doorkeeper;
    this.names = names;
  }

  @Override
  public @Nullable Subject authenticate(@Nullable String user, @Nullable String password,
      @Nullable RemotingConnection connection, @Nullable String door) {
    if (connection == null) {
      return null;
    }
    // Asked again for each message: whoever is in stays in until the connection is closed.
    Identity before = Identity.of(connection);
    if (before != null && before.hasLogin(user, password)) {
      return connection.getSubject();
    }
    Identity who = before != null
        ? null
        : doorkeeper.admit(new Doorkeeper.Caller(user, password, String.valueOf(connection.getClientID()),
            will(connection), LOCAL.equals(door) && !isWebSocket(connection),
            String.valueOf(connection.getRemoteAddress())));
    return who == null ? null : who.subject();
  }

  @Override
  public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, String address) {
    Identity who = subject == null ? null : Identity.of(subject);
    if (who == null) {
      return false;
    }
    // Where a queue is meant, its name stands behind the address.
    String topic = MQTTUtil.getMqttTopicFromCoreAddress(CompositeAddress.extractAddressName(address), names);
    return switch (check) {
      case SEND -> mayPublish(who, topic);
      // Comes before the first message to a topic, and before the first subscription of a filter.
      case CREATE_ADDRESS -> who.rights().maySubscribe(topic) || topic.equals(REFUSED) || mayPublish(who, topic);
      case CONSUME, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE, DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE ->
        who.rights().maySubscribe(topic);
      default -> false;
    };
  }

  private boolean mayPublish(Identity who, String topic) {
    boolean may = who.rights().mayPublish(topic);
    if (!may) {
      doorkeeper.refusals().publish(who, topic);
    }
    return may;
  }

  /// @return whether the connection may stay
  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    Identity who = Identity.of(connection);
    switch (packet) {
      case MqttConnectMessage connect when who == null -> note(connect, connection);
      // Once to a connection ([MQTT-3.1.0-2]); nobody becomes another on the way.
      case MqttConnectMessage _ -> {
        return false;
      }
      case MqttSubscribeMessage subscribe when who != null ->
        subscribe.payload().topicSubscriptions().forEach(wish -> judge(wish, who));
      case MqttPublishMessage publish when who != null && isRequest(publish, who) -> {
        // Acknowledged when it is kept; otherwise the connection ends, as there is no other answer.
        return doorkeeper.redeem(who, publish.payload().toString(StandardCharsets.UTF_8));
      }
      default -> {
        // All else the security manager judges.
      }
    }
    return true;
  }

  /// Whether the holder of a one-time code asks to become a bar.
  private static boolean isRequest(MqttPublishMessage publish, Identity who) {
    return who.kind() == Kind.PAIRING && who.rights().mayPublish(publish.variableHeader().topicName())
        && publish.payload().readableBytes() <= MOST_REQUEST_BYTES;
  }

  private static void note(MqttConnectMessage connect, RemotingConnection connection) {
    if (connect.variableHeader().isWillFlag() && connection.getTransportConnection() instanceof NettyConnection netty) {
      netty.getChannel().attr(WILL).set(connect.payload().willTopic());
    }
  }

  private static @Nullable String will(RemotingConnection connection) {
    return connection.getTransportConnection() instanceof NettyConnection netty
        ? netty.getChannel().attr(WILL).get()
        : null;
  }

  /// A page of anybody's, in a browser on this computer, can come so: it is no program of this computer.
  private static boolean isWebSocket(RemotingConnection connection) {
    return connection.getTransportConnection() instanceof NettyConnection netty
        && netty.getChannel().pipeline().get(WebSocketServerHandler.class) != null;
  }

  private void judge(MqttTopicSubscription wish, Identity who) {
    String asked = wish.topicFilter();
    boolean isShared = asked.startsWith(SHARED);
    int end = isShared ? asked.indexOf('/', SHARED.length()) : 0;
    String filter = isShared ? end < 0 ? "" : asked.substring(end + 1) : asked;
    // The name of a shared subscription is that of its queue, and may be made to be another's.
    boolean may = who.rights().maySubscribe(filter) && (!isShared || who.kind().mayShare());
    if (!may) {
      doorkeeper.refusals().subscription(who, asked);
      wish.setTopicFilter(REFUSED);
    }
  }

  @Override
  public boolean validateUser(String user, String password) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
    return false;
  }
}
