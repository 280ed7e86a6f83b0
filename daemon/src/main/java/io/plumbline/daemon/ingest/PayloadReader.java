package io.plumbline.daemon.ingest;

import io.plumbline.contract.Topics;
import io.plumbline.contract.Topics.Address;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.Trace;
import io.plumbline.daemon.domain.Received;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Bytes of a topic to what they mean. A bar can only speak for itself: the key inside has to name the bar of the topic.
final class PayloadReader {
  /// As the contract demands of every id; payloads without a key have theirs from the topic alone.
  private static final Pattern BAR_ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");

  private final ContractCodec codec = new ContractCodec();

  Address address(String topic) throws ContractException {
    Address address = Topics.parse(topic).orElseThrow(() -> new ContractException("topic is not of the contract"));
    if (!BAR_ID.matcher(address.barId()).matches()) {
      throw new ContractException("topic names no valid bar id");
    }
    return address;
  }

  <P extends Payload> P payload(byte[] json, Class<P> type) throws ContractException {
    return codec.decode(json, type);
  }

  Received received(Address address, byte[] json) throws ContractException {
    Received received = switch (address.channel()) {
      case REP -> new Received.Rep(codec.decode(json, RepSummary.class), text(json));
      case SET -> new Received.ClosedSet(codec.decode(json, SetSummary.class), text(json));
      case TRACE -> new Received.Curves(codec.decode(json, Trace.class), text(json));
      default -> throw new ContractException("topic carries nothing to be stored");
    };
    requireSameBar(address, received.key().barId());
    return received;
  }

  void requireSameBar(Address address, String barId) throws ContractException {
    if (!address.barId().equals(barId)) {
      throw new ContractException("payload speaks for bar " + barId);
    }
  }

  byte[] encode(Payload payload) {
    return codec.encode(payload);
  }

  /// The bytes as text that gives back the same bytes. JSON readers also take other encodings, the contract does not.
  private static String text(byte[] json) throws ContractException {
    String text = new String(json, StandardCharsets.UTF_8);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), json) || text.indexOf('\0') >= 0
        || text.startsWith("\uFEFF")) {
      throw new ContractException("payload is not plain UTF-8");
    }
    return text;
  }
}
