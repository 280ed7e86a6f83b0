package io.plumbline.drivers.polled;

import io.plumbline.core.raw.RawStream;
import io.plumbline.drivers.ChipCounter;
import io.plumbline.drivers.ChipState;
import io.plumbline.drivers.bus.RegisterBus;

/// A polled chip with registers of one byte: knows how to recognize it, to write and read back its settings and to check them.
public abstract class RegisterChip extends PolledChip {
  private static final int WRITES = 3;
  private static final int BYTE = 0xFF;

  private final RegisterBus bus;
  private final Settings settings;
  private final int identityRegister;
  private final int identityMask;
  private final int identity;
  private final byte[] single = new byte[1];
  private int setting;
  private int tries;

  /// @param stream           what its rows are
  /// @param settings         in the order in which they are written
  /// @param identityRegister that tells the part
  /// @param identityMask     of its bits, those that count
  /// @param identity         what they are
  protected RegisterChip(RawStream stream, RegisterBus bus, Settings settings, int identityRegister, int identityMask,
      int identity) {
    super(stream, bus);
    this.bus = bus;
    this.settings = settings;
    this.identityRegister = identityRegister;
    this.identityMask = identityMask;
    this.identity = identity;
  }

  /// Where it is.
  protected final RegisterBus bus() {
    return bus;
  }

  /// Makes a bank of registers the one that is spoken to. A chip without banks has nothing to do.
  ///
  /// @return whether it is
  protected boolean select(int bank) {
    return true;
  }

  /// The first step: asks who it is.
  protected final void identify(long nowNs) {
    int read = select(0) ? readOne(identityRegister) : -1;
    if (read < 0) {
      failOnBus(nowNs);
    } else if ((read & identityMask) == identity) {
      if (isToBeTrusted()) {
        recognized();
      }
      next();
    } else if (bus.isSpi() && (read == BYTE || read == 0)) {
      counters().add(ChipCounter.NO_ANSWER);
      fail(ChipState.ABSENT, "nobody answers (all bits %x): check power, chip select and wiring", read & 1, nowNs);
    } else {
      fail(ChipState.FOREIGN,
          "its identity is 0x%x: this is no " + stream().chip() + ", compare its bus and address with the wiring", read,
          nowNs);
    }
  }

  /// Whether its identity is enough to know it; a chip with look-alikes says no once it was found to be one.
  protected boolean isToBeTrusted() {
    return true;
  }

  /// Reads a register.
  ///
  /// @return its value, or below 0 where that failed
  protected final int readOne(int register) {
    return done(bus.read(register, single, 0, 1)) ? single[0] & BYTE : -1;
  }

  /// Writes a register and goes on after a time.
  protected final void write(int register, int value, long waitNs, long nowNs) {
    if (done(bus.write(register, value))) {
      next(nowNs, waitNs);
    } else {
      failOnBus(nowNs);
    }
  }

  /// The settings are to be written from the first on.
  protected final void beginSettings() {
    setting = 0;
    tries = 0;
  }

  /// A step of the set-up: writes one setting and reads it back; the next step follows the last setting.
  ///
  /// @param pauseNs after each
  protected final void configure(long pauseNs, long nowNs) {
    int register = settings.register(setting);
    int read = select(settings.bank(setting)) && done(bus.write(register, settings.value(setting)))
        ? readOne(register)
        : -1;
    if (read < 0) {
      failOnBus(nowNs);
    } else if (settings.holds(setting, read)) {
      tries = 0;
      if (++setting == settings.size()) {
        next(nowNs, pauseNs);
      } else if (pauseNs > 0) {
        again(nowNs, pauseNs);
      }
    } else if (++tries >= WRITES) {
      fail(ChipState.FAULTY,
          "register 0x%x does not keep what is written: check its supply and the length of its wires",
          register, nowNs);
    }
  }

  @Override
  protected final int settingsToCheck() {
    return settings.size() + 1;
  }

  @Override
  protected final int checkSetting(int index, long nowNs) {
    boolean who = index == settings.size();
    int bank = who ? 0 : settings.bank(index);
    int read = select(bank) ? readOne(who ? identityRegister : settings.register(index)) : -1;
    if (bank != 0) {
      select(0);
    }
    if (read < 0) {
      return -1;
    }
    return (who ? (read & identityMask) == identity : settings.holds(index, read)) ? 1 : 0;
  }
}
