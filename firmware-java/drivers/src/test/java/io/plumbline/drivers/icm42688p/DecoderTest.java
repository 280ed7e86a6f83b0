package io.plumbline.drivers.icm42688p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.raw.RawStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The test vectors of facts, section 7.
class DecoderTest {
  private static final double G_MPS2 = 9.80665;
  private static final Decoder LONG = new Decoder(true);
  private static final Decoder SHORT = new Decoder(false);

  private static byte[] hex(String bytes) {
    return HexFormat.ofDelimiter(" ").parseHex(bytes);
  }

  @Test
  void shouldDecodeTheVectorWhenThePacketHas16Bytes() {
    byte[] bytes = hex("68 00 00 FC 00 08 00 00 A4 FF 5C 00 00 04 03 AA");
    RawStream stream = Icm42688pDriver.stream(0, "imu", Icm42688pConfig.DEFAULT.with16Bits(16, 2000));
    double[] si = {0, -0.5 * G_MPS2, G_MPS2, Math.toRadians(10), Math.toRadians(-10), 0};
    assertTrue(SHORT.isPacket(bytes, 0));
    assertFalse(SHORT.isEmpty(bytes, 0));
    assertFalse(SHORT.isInvalid(bytes, 0));
    for (int i = 0; i < si.length; i++) {
      assertEquals(si[i], stream.channels().get(i).si(SHORT.axis(bytes, 0, i)), 1e-12, "axis " + i);
    }
    assertEquals(26.93, stream.channels().get(6).si(SHORT.temperature(bytes, 0)), 0.005);
    assertEquals(938, SHORT.timestamp(bytes, 0));
  }

  @Test
  void shouldDecodeTheVectorWhenThePacketHas20Bytes() {
    byte[] bytes = hex("78 00 00 FD FF 02 00 00 51 FF AD 00 00 01 09 03 A9 4E CE C2");
    int[] counts = {4, -8196, 8204, 1310, -1314, 2};
    RawStream stream = Icm42688pDriver.stream(0, "imu", Icm42688pConfig.DEFAULT);
    assertTrue(LONG.isPacket(bytes, 0));
    for (int i = 0; i < counts.length; i++) {
      assertEquals(counts[i], LONG.axis(bytes, 0, i), "axis " + i);
    }
    assertEquals(265, LONG.temperature(bytes, 0));
    assertEquals(27.00, stream.channels().get(6).si(265), 0.005);
    assertEquals(937, LONG.timestamp(bytes, 0));
    assertEquals(-1.000488 * G_MPS2, stream.channels().get(1).si(-8196), 1e-5);
    assertEquals(Math.toRadians(-10.0305), stream.channels().get(4).si(-1314), 1e-6);
  }

  @Test
  void shouldKnowTheMarkOfNoSampleWhenThePacketIsInvalid() {
    byte[] bytes = hex("78 80 00 80 00 80 00 80 00 80 00 80 00 80 00 00 00 00 00 00");
    assertTrue(LONG.isInvalid(bytes, 0));
    for (int i = 0; i < Decoder.AXES; i++) {
      assertEquals(-524288, LONG.axis(bytes, 0, i));
    }
  }

  @Test
  void shouldStopWhenTheHeaderSaysEmptyOrOther() {
    assertTrue(LONG.isEmpty(new byte[]{(byte) 0xFF}, 0));
    assertFalse(LONG.isPacket(hex("68"), 0));
    assertFalse(SHORT.isPacket(hex("78"), 0));
    assertTrue(LONG.isPacket(hex("7C"), 0), "after FSYNC");
    assertTrue(LONG.isPacket(hex("7B"), 0), "with a changed rate");
    assertFalse(LONG.isPacket(hex("40"), 0));
  }
}
