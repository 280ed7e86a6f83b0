package io.plumbline.bar.link;

import io.plumbline.bar.journal.Backlog;
import io.plumbline.bar.journal.Entry;
import io.plumbline.contract.Topics.Channel;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits for the broker. Summaries and traces stand in a bounded queue, in order, until they are acknowledged; of everything else only
/// the latest of a channel is kept. Thread-safe; no call waits for the network.
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int capacity;
  private final Backlog backlog;
  private final Deque<Message> pending = new ArrayDeque<>();
  private final Set<Message> inFlight = new LinkedHashSet<>();
  private final Map<Channel, Message> latest = new EnumMap<>(Channel.class);
  private final Map<Channel, Message> retained = new EnumMap<>(Channel.class);
  private long acknowledged;
  private long dropped;
  private boolean signalled;

  Outbox(int capacity) {
    this(capacity, new Backlog());
  }

  /// @param backlog what a journal keeps; it has no part in the capacity
  Outbox(int capacity, Backlog backlog) {
    this.capacity = capacity;
    this.backlog = backlog;
    backlog.onChange(this::wake);
  }

  /// Queues a message unless the queue is full; of a trace the half of the queue is full enough.
  void offer(Message message) {
    lock.lock();
    try {
      int limit = message.channel() == Channel.TRACE ? capacity / 2 : capacity;
      if (size() >= limit) {
        dropped++;
      } else {
        pending.addLast(message);
        signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Queues a message, and waits where the queue is full.
  ///
  /// @return false where nothing was acknowledged for the limit; the message is dropped
  boolean put(Message message, long stallLimitNs) throws InterruptedException {
    lock.lock();
    try {
      long before = acknowledged;
      long leftNs = stallLimitNs;
      while (size() >= capacity) {
        if (leftNs <= 0) {
          dropped++;
          return false;
        }
        leftNs = changed.awaitNanos(leftNs);
        if (acknowledged != before) {
          before = acknowledged;
          leftNs = stallLimitNs;
        }
      }
      pending.addLast(message);
      signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Keeps a message in place of the channel's last one.
  void replace(Message message) {
    lock.lock();
    try {
      latest.put(message.channel(), message);
      if (message.channel().retained()) {
        retained.put(message.channel(), message);
      }
      signal();
    } finally {
      lock.unlock();
    }
  }

  /// The next message of the queue, else of the journal, now in flight; null where there is none or `window` are in flight. Reads the journal's file
  /// without holding anybody up. For one thread only.
  @Nullable
  Message next(int window) {
    lock.lock();
    try {
      if (inFlight.size() >= window) {
        return null;
      }
      Message message = pending.pollFirst();
      if (message != null) {
        inFlight.add(message);
        return message;
      }
    } finally {
      lock.unlock();
    }
    Message kept = nextKept();
    if (kept != null) {
      lock.lock();
      try {
        inFlight.add(kept);
      } finally {
        lock.unlock();
      }
    }
    return kept;
  }

  /// What cannot be read any more is told and left, so that the others go.
  private @Nullable Message nextKept() {
    long nowNs = System.nanoTime();
    backlog.remind(nowNs);
    for (Entry entry = backlog.next(nowNs); entry != null; entry = backlog.next(nowNs)) {
      try {
        return Message.of(entry, nowNs);
      } catch (UncheckedIOException e) {
        LOG.warn("{} {} of journal {} cannot be read, and is not sent: {}", entry.kind(), entry.sequence(),
            entry.journalId(), String.valueOf(e.getCause()));
      }
    }
    return null;
  }

  /// The latest message of a channel, which is then gone; null where there is none.
  @Nullable
  Message takeLatest(Channel channel) {
    lock.lock();
    try {
      return latest.remove(channel);
    } finally {
      lock.unlock();
    }
  }

  /// The broker has it.
  void acknowledge(Message message) {
    Entry entry = message.entry();
    if (entry != null) {
      backlog.received(entry);
    }
    lock.lock();
    try {
      if (inFlight.remove(message)) {
        acknowledged++;
        signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// A new connection knows nothing: what was in flight goes back to the front, what is retained is due again. What a journal keeps is the
  /// journal's to bring again.
  void restart() {
    lock.lock();
    try {
      List<Message> again = new ArrayList<>(inFlight);
      inFlight.clear();
      again.removeIf(message -> message.entry() != null);
      again.reversed().forEach(pending::addFirst);
      retained.forEach(latest::putIfAbsent);
    } finally {
      lock.unlock();
    }
    backlog.restart();
  }

  /// Whether nothing is left to be sent or acknowledged.
  boolean isFlushed() {
    return unacknowledged() == 0 && backlog.isSent();
  }

  /// Whether a journal keeps all that is left.
  boolean isKept() {
    lock.lock();
    try {
      return pending.isEmpty() && inFlight.stream().allMatch(message -> message.entry() != null);
    } finally {
      lock.unlock();
    }
  }

  /// Wakes whoever waits.
  void wake() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something has changed since the last call.
  void awaitChange(long limitNs) throws InterruptedException {
    lock.lock();
    try {
      long leftNs = limitNs;
      while (!signalled && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      signalled = false;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    signalled = true;
    changed.signalAll();
  }

  private int size() {
    return pending.size() + inFlight.size();
  }

  /// Messages of the queue that are not acknowledged.
  int unacknowledged() {
    lock.lock();
    try {
      return size();
    } finally {
      lock.unlock();
    }
  }

  /// Whether some are in flight.
  boolean isInFlight() {
    lock.lock();
    try {
      return !inFlight.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  long acknowledged() {
    lock.lock();
    try {
      return acknowledged;
    } finally {
      lock.unlock();
    }
  }

  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
