package io.plumbline.contract.wire;

import io.plumbline.contract.Ids;
import io.plumbline.contract.Topics.Channel;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.wire.WireMessage.Ask;
import io.plumbline.contract.wire.WireMessage.Batch;
import io.plumbline.contract.wire.WireMessage.Entry;
import io.plumbline.contract.wire.WireMessage.Held;
import io.plumbline.contract.wire.WireMessage.Hello;
import io.plumbline.contract.wire.WireMessage.Taken;
import io.plumbline.contract.wire.WireMessage.Welcome;
import java.nio.BufferOverflowException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Messages as frames, and back. Immutable and thread-safe.
public final class WireCodec {
  /// Type and session before the content, CRC-32C behind it.
  private static final int HEAD_BYTES = 5;
  private static final int CRC_BYTES = 4;
  private static final int HELLO = 0x01;
  private static final int ASK = 0x02;
  private static final int TAKEN = 0x03;
  private static final int WELCOME = 0x81;
  private static final int ENTRY = 0x82;
  private static final int BATCH = 0x83;
  /// Written into a [Hello] and a [Welcome], so that a line of something else is told from ours for sure.
  private static final int MAGIC = 0x504C5331;

  private final ContractCodec payloads = new ContractCodec();

  /// A frame, its zeros included.
  ///
  /// @throws IllegalArgumentException where the message is larger than the rules allow
  public byte[] encode(WireMessage message) {
    ByteBuffer to = ByteBuffer.allocate(WireLimits.MOST_BODY_BYTES);
    try {
      switch (message) {
        case Hello hello -> head(to, HELLO, hello).putInt(MAGIC).put((byte) hello.version()).putInt(hello.skip());
        case Welcome welcome -> put(head(to, WELCOME, welcome), welcome);
        case Ask ask -> head(to, ASK, ask).putInt(ask.batch()).put(payloads.encode(ask.have()));
        case Entry entry -> head(to, ENTRY, entry).putInt(entry.batch()).put((byte) entry.place())
            .put(number(entry.channel())).put(entry.payload());
        case Batch batch -> head(to, BATCH, batch).putInt(batch.batch()).put((byte) batch.count())
            .put((byte) (batch.last() ? 1 : 0));
        case Taken taken -> {
          head(to, TAKEN, taken).putInt(taken.batch());
          Ack have = taken.have();
          if (have != null) {
            to.put(payloads.encode(have));
          }
        }
      }
      to.putInt(crc(to.array(), to.position()));
    } catch (BufferOverflowException e) {
      throw new IllegalArgumentException("a message of more than " + WireLimits.MOST_BODY_BYTES + " bytes", e);
    }
    byte[] body = new byte[to.position()];
    to.flip().get(body);
    return Stuffing.frame(body);
  }

  private static ByteBuffer head(ByteBuffer to, int type, WireMessage message) {
    return to.put((byte) type).putInt(message.session());
  }

  private static void put(ByteBuffer to, Welcome welcome) {
    to.putInt(MAGIC).put((byte) welcome.version());
    if (welcome.version() != WireLimits.VERSION) {
      return;
    }
    put(to, welcome.barId());
    to.putInt(welcome.total()).put((byte) welcome.journals().size());
    for (Held held : welcome.journals()) {
      put(to, held.journalId());
      to.putLong(held.first()).putLong(held.last()).putLong(held.waiting());
    }
  }

  private static void put(ByteBuffer to, String id) {
    byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
    to.put((byte) bytes.length).put(bytes);
  }

  private static byte number(Channel channel) {
    return switch (channel) {
      case REP -> 1;
      case SET -> 2;
      case TRACE -> 3;
      default -> throw new IllegalArgumentException(channel + " is not kept");
    };
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /// A message.
  ///
  /// @param body what was stuffed
  /// @throws ContractException where it is damaged or none
  WireMessage decode(byte[] body) throws ContractException {
    int length = body.length - CRC_BYTES;
    if (length < HEAD_BYTES || ByteBuffer.wrap(body).getInt(length) != crc(body, length)) {
      throw new ContractException("damaged");
    }
    ByteBuffer from = ByteBuffer.wrap(body, 0, length);
    int type = from.get() & 0xFF;
    int session = from.getInt();
    try {
      return switch (type) {
        case HELLO -> hello(from, session);
        case ASK -> new Ask(session, from.getInt(), payloads.decode(rest(from), Ack.class));
        case TAKEN -> new Taken(session, from.getInt(),
            from.hasRemaining() ? payloads.decode(rest(from), Ack.class) : null);
        case WELCOME -> welcome(from, session);
        case ENTRY -> new Entry(session, from.getInt(), from.get() & 0xFF, channel(from.get()), rest(from));
        case BATCH -> new Batch(session, from.getInt(), from.get() & 0xFF, from.get() != 0);
        default -> throw new ContractException("message type " + type + " is none of these rules");
      };
    } catch (BufferUnderflowException e) {
      throw new ContractException("message type " + type + " ends too early", e);
    }
  }

  private static Hello hello(ByteBuffer from, int session) throws ContractException {
    int version = version(from);
    return new Hello(session, version, version == WireLimits.VERSION ? from.getInt() : 0);
  }

  private static Welcome welcome(ByteBuffer from, int session) throws ContractException {
    int version = version(from);
    if (version != WireLimits.VERSION) {
      return new Welcome(session, version, "", 0, List.of());
    }
    String barId = id(from);
    int total = from.getInt();
    int count = from.get() & 0xFF;
    List<Held> journals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      journals.add(new Held(id(from), from.getLong(), from.getLong(), from.getLong()));
    }
    return new Welcome(session, version, barId, total, journals);
  }

  private static int version(ByteBuffer from) throws ContractException {
    if (from.getInt() != MAGIC) {
      throw new ContractException("not of these rules");
    }
    return from.get() & 0xFF;
  }

  private static String id(ByteBuffer from) throws ContractException {
    byte[] bytes = new byte[from.get() & 0xFF];
    from.get(bytes);
    String id = new String(bytes, StandardCharsets.US_ASCII);
    if (!Ids.isId(id)) {
      throw new ContractException("an id is none");
    }
    return id;
  }

  private static Channel channel(byte number) throws ContractException {
    return switch (number) {
      case 1 -> Channel.REP;
      case 2 -> Channel.SET;
      case 3 -> Channel.TRACE;
      default -> throw new ContractException("a kind of entry that is none of these rules");
    };
  }

  private static byte[] rest(ByteBuffer from) {
    byte[] rest = new byte[from.remaining()];
    from.get(rest);
    return rest;
  }
}
