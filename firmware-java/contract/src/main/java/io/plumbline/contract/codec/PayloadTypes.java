package io.plumbline.contract.codec;

import io.plumbline.contract.payload.Ack;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Cue;
import io.plumbline.contract.payload.Guidance;
import io.plumbline.contract.payload.Info;
import io.plumbline.contract.payload.Live;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.Quality;
import io.plumbline.contract.payload.RepSummary;
import io.plumbline.contract.payload.SetSummary;
import io.plumbline.contract.payload.State;
import io.plumbline.contract.payload.Trace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every payload type and its name on the wire. For a command it is the command's name in its topic too.
public final class PayloadTypes {
  private static final Map<String, Class<? extends Payload>> BY_NAME = byName();
  private static final Map<Class<? extends Payload>, String> BY_CLASS = byClass();

  private PayloadTypes() {}

  private static Map<String, Class<? extends Payload>> byName() {
    Map<String, Class<? extends Payload>> types = new LinkedHashMap<>();
    types.put("info", Info.class);
    types.put("state", State.class);
    types.put("live", Live.class);
    types.put("rep", RepSummary.class);
    types.put("set", SetSummary.class);
    types.put("trace", Trace.class);
    types.put("cue", Cue.class);
    types.put("quality", Quality.class);
    types.put("guidance", Guidance.class);
    types.put("ack", Ack.class);
    types.put("set-context", Command.SetContext.class);
    types.put("tare", Command.Tare.class);
    types.put("calibrate", Command.Calibrate.class);
    types.put("identify", Command.Identify.class);
    types.put("set-limits", Command.SetLimits.class);
    types.put("resend", Command.Resend.class);
    types.put("restart", Command.Restart.class);
    types.put("command-result", CommandResult.class);
    return Collections.unmodifiableMap(types);
  }

  private static Map<Class<? extends Payload>, String> byClass() {
    Map<Class<? extends Payload>, String> names = new LinkedHashMap<>();
    BY_NAME.forEach((name, type) -> names.put(type, name));
    return Collections.unmodifiableMap(names);
  }

  /// Every name, in the order of the documents.
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /// The record that a name stands for; empty where it is none of this build's.
  public static Optional<Class<? extends Payload>> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// The name of a payload's type on the wire.
  public static String nameOf(Payload payload) {
    return nameOf(payload.getClass());
  }

  static String nameOf(Class<? extends Payload> type) {
    String name = BY_CLASS.get(type);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " is no payload type of the contract");
    }
    return name;
  }
}
