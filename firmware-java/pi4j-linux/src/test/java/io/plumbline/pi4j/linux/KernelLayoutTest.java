package io.plumbline.pi4j.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The numbers in hexadecimal and the offsets were printed by a C program that was compiled against Linux's own headers.
class KernelLayoutTest {
  private static final int READ = 2;
  private static final int WRITE = 1;

  @Test
  void shouldNameTheKernelsSizesInEachRequest() {
    assertEquals(request(WRITE, 'k', 0, SpiDevice.TRANSFER_BYTES), SpiDevice.SPI_IOC_MESSAGE_1);
    assertEquals(request(WRITE, 'k', 1, 1), SpiDevice.SPI_IOC_WR_MODE);
    assertEquals(request(READ, 'k', 1, 1), SpiDevice.SPI_IOC_RD_MODE);
    assertEquals(request(WRITE, 'k', 3, 1), SpiDevice.SPI_IOC_WR_BITS_PER_WORD);
    assertEquals(request(READ, 'k', 3, 1), SpiDevice.SPI_IOC_RD_BITS_PER_WORD);
    assertEquals(request(WRITE, 'k', 4, 4), SpiDevice.SPI_IOC_WR_MAX_SPEED_HZ);
    assertEquals(request(READ, 'k', 4, 4), SpiDevice.SPI_IOC_RD_MAX_SPEED_HZ);
    assertEquals(request(READ, 0xb4, 1, GpioAbi.CHIP_BYTES), GpioAbi.GET_CHIPINFO);
    assertEquals(request(READ | WRITE, 0xb4, 5, GpioAbi.INFO_BYTES), GpioAbi.GET_LINEINFO);
    assertEquals(request(READ | WRITE, 0xb4, 7, GpioAbi.REQUEST_BYTES), GpioAbi.GET_LINE);
    assertEquals(request(READ | WRITE, 0xb4, 0xe, GpioAbi.VALUES_BYTES), GpioAbi.GET_VALUES);
    assertEquals(request(READ | WRITE, 0xb4, 0xf, GpioAbi.VALUES_BYTES), GpioAbi.SET_VALUES);
  }

  @Test
  void shouldUseTheNumbersOfTheHeaders() {
    assertEquals(0x40206b00L, SpiDevice.SPI_IOC_MESSAGE_1);
    assertEquals(0xc250b407L, GpioAbi.GET_LINE);
    assertEquals(0xc100b405L, GpioAbi.GET_LINEINFO);
    assertEquals(0xc010b40fL, GpioAbi.SET_VALUES);
    assertEquals(0x707, I2cDevice.I2C_RDWR);
    assertEquals(0x705, I2cDevice.I2C_FUNCS);
    assertEquals("0 8 16", SpiDevice.TX_BUF + " " + SpiDevice.RX_BUF + " " + SpiDevice.LEN);
    assertEquals("0 2 4 8 of 16",
        I2cDevice.ADDR + " " + I2cDevice.FLAGS + " " + I2cDevice.LEN + " " + I2cDevice.BUF + " of "
            + I2cDevice.MESSAGE_BYTES);
    assertEquals("0 8 of 16", I2cDevice.MSGS + " " + I2cDevice.NMSGS + " of " + I2cDevice.RDWR_BYTES);
    assertEquals("256 288 296 320 328 336 560 564 588",
        GpioAbi.REQUEST_CONSUMER + " " + GpioAbi.REQUEST_FLAGS + " " + GpioAbi.REQUEST_ATTRIBUTES + " "
            + GpioAbi.REQUEST_ATTRIBUTE_ID + " " + GpioAbi.REQUEST_ATTRIBUTE_VALUES + " "
            + GpioAbi.REQUEST_ATTRIBUTE_MASK + " " + GpioAbi.REQUEST_LINES + " " + GpioAbi.REQUEST_EVENT_BUFFER + " "
            + GpioAbi.REQUEST_FD);
    assertEquals("0 20 of 48", GpioAbi.EVENT_TIME + " " + GpioAbi.EVENT_LINE_SEQUENCE + " of " + GpioAbi.EVENT_BYTES);
    assertEquals("32 64", GpioAbi.INFO_CONSUMER + " " + GpioAbi.INFO_OFFSET);
    assertEquals("32 64", GpioAbi.CHIP_LABEL + " " + GpioAbi.CHIP_LINES);
  }

  /// The kernel's `_IOC`.
  private static long request(int direction, int type, int number, int bytes) {
    return (long) direction << 30 | (long) bytes << 16 | (long) type << 8 | number;
  }
}
