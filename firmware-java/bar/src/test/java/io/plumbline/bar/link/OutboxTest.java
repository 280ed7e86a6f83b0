package io.plumbline.bar.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.contract.Topics.Channel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class OutboxTest {
  private static final int WINDOW = 2;

  private final Outbox outbox = new Outbox(4);

  private static Message message(Channel channel) {
    return new Message(channel, new byte[]{1}, 0);
  }

  private static Message some(@Nullable Message message) {
    assertNotNull(message);
    return message;
  }

  @Test
  void shouldSendAgainInTheOldOrderWhenAConnectionWasLost() {
    Message first = message(Channel.REP);
    Message second = message(Channel.TRACE);
    Message third = message(Channel.REP);
    outbox.offer(first);
    outbox.offer(second);
    outbox.offer(third);
    assertSame(first, outbox.next(WINDOW));
    assertSame(second, outbox.next(WINDOW));
    assertNull(outbox.next(WINDOW));
    outbox.restart();
    assertFalse(outbox.isInFlight());
    assertSame(first, outbox.next(WINDOW));
    outbox.acknowledge(first);
    assertSame(second, outbox.next(WINDOW));
    assertSame(third, outbox.next(WINDOW));
    outbox.acknowledge(first);
    assertEquals(1, outbox.acknowledged());
    assertEquals(2, outbox.unacknowledged());
  }

  @Test
  void shouldDropTracesFirstAndCountWhenFullAndNobodyMayWait() {
    for (int i = 0; i < 4; i++) {
      outbox.offer(message(Channel.TRACE));
    }
    assertEquals(2, outbox.unacknowledged());
    for (int i = 0; i < 4; i++) {
      outbox.offer(message(Channel.REP));
    }
    assertEquals(4, outbox.unacknowledged());
    assertEquals(4, outbox.dropped());
  }

  @Test
  void shouldTakeAMessageAsSoonAsThereIsRoomWhenItMayWait() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertTrue(outbox.put(message(Channel.REP), Long.MAX_VALUE));
    }
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
      try {
        return outbox.put(message(Channel.REP), Long.MAX_VALUE);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    outbox.acknowledge(some(outbox.next(WINDOW)));
    assertTrue(waiting.get());
    assertEquals(4, outbox.unacknowledged());
  }

  @Test
  void shouldGiveUpWhenNothingMovesForTheLimit() throws Exception {
    for (int i = 0; i < 4; i++) {
      outbox.offer(message(Channel.REP));
    }
    assertFalse(outbox.put(message(Channel.REP), 1));
    assertEquals(1, outbox.dropped());
  }

  @Test
  void shouldKeepTheLatestAndSendWhatIsRetainedAgainWhenANewConnectionStands() {
    Message old = message(Channel.STATE);
    Message state = message(Channel.STATE);
    Message live = message(Channel.LIVE);
    outbox.replace(old);
    outbox.replace(state);
    outbox.replace(live);
    assertSame(state, outbox.takeLatest(Channel.STATE));
    assertNull(outbox.takeLatest(Channel.STATE));
    assertSame(live, outbox.takeLatest(Channel.LIVE));
    outbox.restart();
    assertSame(state, outbox.takeLatest(Channel.STATE));
    assertNull(outbox.takeLatest(Channel.LIVE));
  }
}
