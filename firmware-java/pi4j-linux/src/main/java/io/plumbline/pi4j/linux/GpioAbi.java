package io.plumbline.pi4j.linux;

/// Numbers and offsets of the GPIO character device, version 2 (linux/gpio.h).
final class GpioAbi {
  static final long GET_CHIPINFO = 0x8044b401L;
  static final long GET_LINEINFO = 0xc100b405L;
  static final long GET_LINE = 0xc250b407L;
  static final long GET_VALUES = 0xc010b40eL;
  static final long SET_VALUES = 0xc010b40fL;

  /// `struct gpiochip_info`.
  static final int CHIP_BYTES = 68;
  static final int CHIP_LABEL = 32;
  static final int CHIP_LINES = 64;

  /// `struct gpio_v2_line_info`.
  static final int INFO_BYTES = 256;
  static final int INFO_CONSUMER = 32;
  static final int INFO_OFFSET = 64;

  /// `struct gpio_v2_line_request` with its configuration.
  static final int REQUEST_BYTES = 592;
  static final int REQUEST_CONSUMER = 256;
  static final int REQUEST_FLAGS = 288;
  static final int REQUEST_ATTRIBUTES = 296;
  static final int REQUEST_ATTRIBUTE_ID = 320;
  static final int REQUEST_ATTRIBUTE_VALUES = 328;
  static final int REQUEST_ATTRIBUTE_MASK = 336;
  static final int REQUEST_LINES = 560;
  static final int REQUEST_EVENT_BUFFER = 564;
  static final int REQUEST_FD = 588;
  static final int OUTPUT_VALUES = 2;

  static final long FLAG_INPUT = 1 << 2;
  static final long FLAG_OUTPUT = 1 << 3;
  static final long FLAG_RISING = 1 << 4;
  static final long FLAG_FALLING = 1 << 5;
  static final long FLAG_PULL_UP = 1 << 8;
  static final long FLAG_PULL_DOWN = 1 << 9;
  static final long FLAG_NO_PULL = 1 << 10;

  /// `struct gpio_v2_line_values`.
  static final int VALUES_BYTES = 16;
  static final int VALUES_MASK = 8;

  /// `struct gpio_v2_line_event` (raspberry-pi-io.md, section 5).
  static final int EVENT_BYTES = 48;
  static final int EVENT_TIME = 0;
  static final int EVENT_LINE_SEQUENCE = 20;

  private GpioAbi() {}
}
