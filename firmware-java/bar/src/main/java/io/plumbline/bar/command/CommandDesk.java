package io.plumbline.bar.command;

import io.plumbline.bar.text.NearestName;
import io.plumbline.contract.Ids;
import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.codec.PayloadTypes;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes commands as they come, has each carried out once, one after the other, and answers each. A flood of them costs answers, nothing else. Thread-safe.
public final class CommandDesk implements AutoCloseable {
  /// Those beyond are refused at once.
  private static final int MOST_WAITING = 16;
  /// What nobody can read is told a person this often at the most.
  private static final long COMPLAINT_PERIOD_NS = 10_000_000_000L;
  private static final long LONGEST_END_MS = 1000;
  /// Solving the equations of a calibration and writing it down takes less.
  private static final long LONGEST_REST_MS = 5000;
  private static final Pattern ID = Pattern
      .compile("\"correlation_id\"\\s*:\\s*\"(" + Ids.PATTERN.replaceAll("[$^]", "") + ")\"");
  private static final List<String> NAMES = PayloadTypes.names().stream()
      .filter(name -> PayloadTypes.byName(name).filter(Command.class::isAssignableFrom).isPresent()).toList();

  private final ContractCodec codec = new ContractCodec();
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
  /// Commands that have begun and are answered later.
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean closing;
  private final ResultMemory memory = new ResultMemory();
  private final CommandHandler handler;
  private final BiConsumer<String, CommandResult> answers;
  private final Consumer<String> tell;
  private final Consumer<String> warn;
  private final AtomicLong nextComplaintNs = new AtomicLong(System.nanoTime());
  private final Thread thread = Thread.ofPlatform().name("commands").daemon(true).unstarted(this::run);

  /// Work of the thread.
  private interface Task {
    void run() throws InterruptedException;
  }

  /// @param handler carries them out
  /// @param answers gets each command's name and result; on any thread, never waits
  /// @param tell    told one line a command that was carried out or refused
  /// @param warn    told one line about what cannot be read
  public CommandDesk(CommandHandler handler, BiConsumer<String, CommandResult> answers, Consumer<String> tell,
      Consumer<String> warn) {
    this.handler = handler;
    this.answers = answers;
    this.tell = tell;
    this.warn = warn;
  }

  /// Remembers what an earlier run has carried out before it ended, and begins. To be called once.
  ///
  /// @param earlier correlation ids
  public void start(Collection<String> earlier) {
    earlier.forEach(id -> memory.keepEarlier(Answer.done("done before this start of the program").result(id)));
    thread.start();
  }

  /// Takes what came. Never waits.
  ///
  /// @param name     of the command, as its topic has it
  /// @param retained whether the broker has kept it from earlier
  public void take(String name, byte[] payload, boolean retained) {
    if (payload.length == 0) {
      // Somebody clears a retained message.
      return;
    }
    if (retained) {
      complain(name,
          "was kept by the broker and is ignored, or it would be carried out at each connection: publish commands"
              + " without the retain flag, and clear it with an empty retained message");
      return;
    }
    try {
      if (!NAMES.contains(name)) {
        throw new ContractException("there is no command '" + name + "'" + NearestName.hint(name, NAMES));
      }
      Command command = codec.decode(payload, Command.class);
      String type = PayloadTypes.nameOf(command);
      if (!type.equals(name)) {
        throw new ContractException("its topic says " + name + ", but its type is " + type);
      }
      if (room.tryAcquire()) {
        waiting.add(() -> {
          room.release();
          serve(command);
        });
      } else {
        answers.accept(name, Answer.refused("more than " + MOST_WAITING + " commands wait: send them more slowly")
            .result(command.correlationId()));
      }
    } catch (ContractException e) {
      String reason = String.valueOf(e.getMessage());
      complain(name, reason);
      answers.accept(name, Answer.refused(reason).result(correlationId(payload)));
    }
  }

  /// The id of what cannot be read otherwise.
  private static String correlationId(byte[] payload) {
    String text = new String(payload, 0, Math.min(payload.length, ContractCodec.MAX_BYTES), StandardCharsets.UTF_8);
    Matcher matcher = ID.matcher(text);
    return matcher.find() ? String.valueOf(matcher.group(1)) : CommandResult.UNREADABLE;
  }

  private void complain(String name, String reason) {
    long nowNs = System.nanoTime();
    long nextNs = nextComplaintNs.get();
    if (nowNs - nextNs >= 0 && nextComplaintNs.compareAndSet(nextNs, nowNs + COMPLAINT_PERIOD_NS)) {
      warn.accept("command " + name + ": " + reason);
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      // The program ends; whoever waits for an answer gets none.
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Command command) throws InterruptedException {
    if (closing || memory.isUnderWay(command)) {
      // Nobody carries it out any more, or it is answered when it has ended.
      return;
    }
    String name = PayloadTypes.nameOf(command);
    CommandResult known = memory.find(command);
    if (known != null) {
      answers.accept(name, known);
      return;
    }
    Answer answer;
    try {
      answer = handler.carryOut(command, rest -> waiting.add(() -> conclude(command, rest)));
    } catch (RuntimeException e) {
      answer = Answer.failed("unexpected " + e);
    }
    if (answer == null) {
      underWay.incrementAndGet();
      memory.begin(command);
      return;
    }
    answer(command, answer);
  }

  private void conclude(Command command, Supplier<Answer> rest) {
    Answer answer;
    try {
      answer = rest.get();
    } catch (RuntimeException e) {
      answer = Answer.failed("unexpected " + e);
    }
    underWay.decrementAndGet();
    answer(command, answer);
  }

  private void answer(Command command, Answer answer) {
    String name = PayloadTypes.nameOf(command);
    CommandResult result = answer.result(command.correlationId());
    memory.keep(command, result);
    answers.accept(name, result);
    tell.accept("command " + name + ": " + answer.status().name().toLowerCase(java.util.Locale.ROOT) + ": "
        + answer.text());
    answer.afterwards().run();
  }

  /// Carries nothing more out, but for the rest of what has begun and has been ended until now.
  @Override
  public void close() {
    closing = true;
    try {
      if (underWay.get() > 0) {
        waiting.add(() -> Thread.currentThread().interrupt());
        thread.join(LONGEST_REST_MS);
      }
      thread.interrupt();
      thread.join(LONGEST_END_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
