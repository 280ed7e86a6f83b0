package io.plumbline.daemon.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
  @Test
  void shouldKeepOnlyTheNewestOfASlotWhenAPageIsSlow() throws InterruptedException {
    Mailbox mailbox = new Mailbox(4, null);
    mailbox.put(PageEvent.newest("live", "a", "1"));
    mailbox.put(PageEvent.each("rep", "2"));
    mailbox.put(PageEvent.newest("live", "a", "3"));
    mailbox.put(PageEvent.newest("live", "b", "4"));
    assertEquals(List.of("2", "3", "4"), mailbox.take(1000).stream().map(PageEvent::json).toList());
  }

  @Test
  void shouldAskToFetchAgainWhenAPageIsTooSlowForEachEvent() throws InterruptedException {
    Mailbox mailbox = new Mailbox(2, null);
    for (int i = 0; i < 5; i++) {
      mailbox.put(PageEvent.each("rep", Integer.toString(i)));
    }
    List<PageEvent> taken = mailbox.take(1000);
    assertEquals(List.of(Mailbox.RESYNC, "rep"), taken.stream().map(PageEvent::name).toList());
    assertEquals("4", taken.getLast().json());
  }

  @Test
  void shouldGiveNothingWhenItIsClosed() throws InterruptedException {
    Mailbox mailbox = new Mailbox(2, null);
    mailbox.put(PageEvent.each("rep", "1"));
    mailbox.close();
    mailbox.put(PageEvent.each("rep", "2"));
    assertEquals(List.of(), mailbox.take(60_000));
    assertTrue(mailbox.closed());
  }
}
