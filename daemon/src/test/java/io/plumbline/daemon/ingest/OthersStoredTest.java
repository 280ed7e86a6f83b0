package io.plumbline.daemon.ingest;

import static io.plumbline.daemon.support.Summaries.BAR;
import static io.plumbline.daemon.support.Summaries.JOURNAL;
import static io.plumbline.daemon.support.Summaries.key;
import static io.plumbline.daemon.support.Summaries.received;
import static io.plumbline.daemon.support.Summaries.rep;
import static io.plumbline.daemon.support.Summaries.trace;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.contract.payload.Ack;
import io.plumbline.daemon.domain.Received;
import io.plumbline.daemon.domain.SharedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OthersStoredTest {
  private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

  private final List<Received> shown = new ArrayList<>();
  private int fetches;
  private long nowNs = -SECOND_NS;
  private final OthersStored others = new OthersStored(new SharedEvents() {
    @Override
    public void storedElsewhere(Received summary) {
      shown.add(summary);
    }

    @Override
    public void missed() {
      fetches++;
    }
  }, nowNs);

  private static Ack ack(long upTo, List<Ack.Hole> holes, long highest) {
    return new Ack(BAR, JOURNAL, upTo, holes, highest);
  }

  private void later(long ns) {
    nowNs += ns;
    others.tick(nowNs);
  }

  @Test
  void shouldShowACopyOnceWhenAnotherDaemonSaysThatItIsStored() {
    others.heard(received(rep(1)), nowNs);
    others.heard(received(rep(2)), nowNs);
    others.heard(received(rep(3)), nowNs);
    assertEquals(List.of(), shown);
    others.acknowledged(ack(1, List.of(new Ack.Hole(2, 2)), 3));
    assertEquals(List.of(received(rep(1)), received(rep(3))), shown);
    others.acknowledged(ack(3, List.of(), 3));
    others.acknowledged(ack(3, List.of(), 3));
    others.heard(received(rep(3)), nowNs);
    others.acknowledged(ack(3, List.of(), 3));
    later(10 * SECOND_NS);
    assertEquals(List.of(received(rep(1)), received(rep(3)), received(rep(2))), shown);
    assertEquals(0, fetches);
  }

  @Test
  void shouldShowNothingTwiceWhenThisDaemonStoredItItself() {
    others.heard(received(rep(1)), nowNs);
    others.heard(received(trace(key(1))), nowNs);
    others.own(List.of(received(rep(1)), received(trace(key(1)))));
    others.acknowledged(ack(1, List.of(), 1));
    others.own(List.of(received(rep(2))));
    others.heard(received(rep(2)), nowNs);
    others.acknowledged(ack(2, List.of(), 2));
    later(10 * SECOND_NS);
    assertEquals(List.of(), shown);
    assertEquals(0, fetches);
  }

  @Test
  void shouldShowCurvesAfterASecondWhenThisDaemonDidNotStoreThem() {
    others.heard(received(trace(key(1))), nowNs);
    others.acknowledged(ack(1, List.of(), 1));
    later(SECOND_NS / 2);
    assertEquals(List.of(), shown);
    later(SECOND_NS / 2);
    assertEquals(List.of(received(trace(key(1)))), shown);
  }

  @Test
  void shouldFetchAtMostOnceASecondWhenThereWasNoCopy() {
    others.acknowledged(ack(1, List.of(), 1));
    later(0);
    assertEquals(1, fetches, "at once");
    others.acknowledged(ack(1, List.of(), 1));
    later(SECOND_NS);
    assertEquals(1, fetches, "nothing new");
    for (int i = 2; i < 50; i++) {
      others.acknowledged(ack(i, List.of(), i));
      later(SECOND_NS / 100);
    }
    later(SECOND_NS);
    assertEquals(3, fetches, "the first of them, and what came after it");
  }

  @Test
  void shouldFetchWhenThereIsNoRoomForMoreCopies() {
    for (int i = 1; i <= 1001; i++) {
      others.heard(received(rep(i)), nowNs);
    }
    others.acknowledged(ack(1001, List.of(), 1001));
    later(0);
    assertEquals(1000, shown.size());
    assertEquals(received(rep(2)), shown.getFirst());
    assertEquals(1, fetches);
  }
}
