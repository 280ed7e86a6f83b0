package io.plumbline.faults;

import java.util.ArrayDeque;
import java.util.Deque;

/// File systems and networks that were made on this computer and would outlive the process; so that Ctrl-C leaves none, not even a half-made one. Thread-safe.
final class Made {
  private static final Deque<Runnable> UNDO = new ArrayDeque<>();
  private static boolean over;

  private Made() {}

  /// Remembers how to take something apart, before it is made.
  ///
  /// @throws IllegalStateException where the process is ending: it must not be made then
  static void add(Runnable undo) {
    synchronized (UNDO) {
      if (over) {
        throw new IllegalStateException("the process is ending");
      }
      UNDO.push(undo);
    }
  }

  /// It has been taken apart.
  static void remove(Runnable undo) {
    synchronized (UNDO) {
      UNDO.remove(undo);
    }
  }

  /// The process is ending: nothing more is made or started.
  static void end() {
    synchronized (UNDO) {
      over = true;
    }
  }

  /// Whether [#end] was called.
  static boolean isOver() {
    synchronized (UNDO) {
      return over;
    }
  }

  /// Takes apart what there is, the latest first; the process is ending.
  static void undoAll() {
    Deque<Runnable> left;
    synchronized (UNDO) {
      over = true;
      left = new ArrayDeque<>(UNDO);
      UNDO.clear();
    }
    left.forEach(Runnable::run);
  }

  /// Has something done where the process ends before [#release].
  static Thread guard(Runnable onExit) {
    Thread hook = Thread.ofPlatform().name("end-faults").unstarted(onExit);
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  /// It is done.
  static void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook with it.
    }
  }
}
