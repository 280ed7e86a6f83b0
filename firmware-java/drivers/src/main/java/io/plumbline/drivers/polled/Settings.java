package io.plumbline.drivers.polled;

import java.util.ArrayList;
import java.util.List;

/// A chip's settings in the order in which they are written. Immutable.
public final class Settings {
  private final int[] banks;
  private final int[] registers;
  private final int[] values;
  private final int[] masks;

  private Settings(List<int[]> rows) {
    int size = rows.size();
    banks = new int[size];
    registers = new int[size];
    values = new int[size];
    masks = new int[size];
    for (int i = 0; i < size; i++) {
      banks[i] = rows.get(i)[0];
      registers[i] = rows.get(i)[1];
      values[i] = rows.get(i)[2];
      masks[i] = rows.get(i)[3];
    }
  }

  /// How many.
  public int size() {
    return registers.length;
  }

  /// Bank of a setting; 0 where the chip has no banks.
  public int bank(int index) {
    return banks[index];
  }

  /// Address of a setting.
  public int register(int index) {
    return registers[index];
  }

  /// What is written.
  public int value(int index) {
    return values[index];
  }

  /// Whether what was read is what was written, as far as the chip keeps it.
  public boolean holds(int index, int read) {
    return ((read ^ values[index]) & masks[index]) == 0;
  }

  /// Collects settings in order.
  public static final class Builder {
    private final List<int[]> rows = new ArrayList<>();
    private int bank;

    /// The settings that follow are in this bank.
    public Builder bank(int number) {
      bank = number;
      return this;
    }

    /// A register that keeps all its bits.
    public Builder set(int register, int value) {
      return set(register, value, -1);
    }

    /// A register of which only some bits are compared.
    public Builder set(int register, int value, int mask) {
      rows.add(new int[]{bank, register, value, mask});
      return this;
    }

    /// The settings so far.
    public Settings build() {
      return new Settings(rows);
    }
  }
}
