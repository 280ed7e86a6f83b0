package io.plumbline.daemon.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What waits for one page. Bounded: a page that reads too slowly gets the newest of each slot, and instead of the rest one `resync`, upon
/// which it fetches again what it shows. Thread-safe; putting never blocks for longer than the moment of another's put.
final class Mailbox {
  static final String RESYNC = "resync";
  private static final int MAX_SLOTS = 1000;

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<PageEvent> each = new ArrayDeque<>();
  private final Map<String, PageEvent> newest = new LinkedHashMap<>();
  private boolean closed;
  private @Nullable OwnNames own;

  /// @param own what an athlete may see; null for who may see everything
  Mailbox(int capacity, @Nullable OwnNames own) {
    this.capacity = capacity;
    this.own = own;
  }

  /// The athlete has other names from now on.
  void see(OwnNames names) {
    lock.lock();
    try {
      own = names;
    } finally {
      lock.unlock();
    }
  }

  void put(PageEvent any) {
    lock.lock();
    try {
      PageEvent event = own == null ? any : any.seenBy(own);
      if (closed || event == null) {
        return;
      }
      if (event.slot() == null) {
        if (each.size() >= capacity) {
          each.clear();
          each.add(PageEvent.each(RESYNC, "{}"));
        }
        each.add(event);
      } else if (newest.size() < MAX_SLOTS || newest.containsKey(event.slot())) {
        newest.put(event.slot(), event);
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Takes everything that waits; empty where nothing came in time, or the mailbox was closed.
  List<PageEvent> take(long timeoutMs) throws InterruptedException {
    lock.lock();
    try {
      long leftNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
      while (each.isEmpty() && newest.isEmpty() && !closed && leftNs > 0) {
        leftNs = filled.awaitNanos(leftNs);
      }
      List<PageEvent> taken = new ArrayList<>(each.size() + newest.size());
      taken.addAll(each);
      taken.addAll(newest.values());
      each.clear();
      newest.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      each.clear();
      newest.clear();
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
