package io.plumbline.virtualchips.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.plumbline.virtualchips.fault.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Faults as people write them.
class FaultTextTest {
  private static final List<String> PLACES = List.of("left-imu", "right-imu", "force", "left-high-g");
  private static final double EVER = Double.POSITIVE_INFINITY;

  private static Fault parse(String text) {
    return FaultText.parse(text, PLACES);
  }

  @Test
  void shouldReadWhatPeopleWrite() {
    assertEquals(Fault.at("left-imu", Kind.RESET, 12, EVER), parse("left-imu: reset at 12 s"));
    assertEquals(Fault.at("force", Kind.CORRUPT, 3.5, 2), parse("force: corrupt from 3.5 s for 2 s"));
    assertEquals(Fault.atTransfer("left-high-g", Kind.ERRNO, 500, 1).with(121, 0),
        parse("left-high-g: errno 121 at transfer 500"));
    assertEquals(Fault.atTransfer("left-high-g", Kind.ERRNO, 500, 3).with(121, 0),
        parse("left-high-g: errno 121 at transfer 500 for 3 transfers"));
    assertEquals(Fault.atTransfer("left-high-g", Kind.ERRNO, 500, Long.MAX_VALUE).with(5, 0),
        parse("left-high-g:errno 5 from transfer 500"));
    assertEquals(Fault.at("right-imu", Kind.NO_ANSWER, 5, EVER), parse("right-imu: No Answer from 5s"));
    assertEquals(Fault.at("right-imu", Kind.NO_ANSWER, 5, EVER), parse("right-imu: no-answer at 5 s for good"));
    assertEquals(Fault.at("left-imu", Kind.UPSET, 3, EVER).with(0x4F, 5), parse("left-imu: upset 0x4F bit 5 at 3 s"));
    assertEquals(Fault.at("force", Kind.OPEN_WIRE, 4, 1).with(2, 0), parse("force: open wire 2 from 4 s for 1 s"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void shouldKnowEveryKindByItsWords(Kind kind) {
    String numbers = " 1".repeat(kind.numbers);
    assertEquals(kind, parse("force: " + kind.words() + numbers + " at 1 s for 1 s").kind());
    assertEquals(kind, parse("force: " + kind.words().replace(' ', '-') + numbers + " from 1 s").kind());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"left-imu reset at 12 s | it must be like",
      "lef-imu: reset at 12 s | did you mean 'left-imu'?", "left-imu: rest at 12 s | did you mean 'reset'?",
      "left-imu: reset 12 s | must come 'at' or 'from', but there is '12'",
      "left-imu: reset at twelve s | there must be a time in s where 'twelve' is",
      "left-imu: reset at 12 | the unit 's' must follow '12'", "left-imu: reset at 12 s twice | 'twice'",
      "left-imu: no answer at 12 s | say for how long", "left-imu: errno x at 1 s for 1 s | whole number where 'x'",
      "force: open wire 4 from 1 s | channels are 0 to 3", "left-imu: reset at transfer 0 | counted from 1",
      "left-imu: reset at -1 s | out of range", "left-imu: upset 0x4F bit 16 at 1 s | '16' must be 0 to 15",
      "left-imu: | there is no fault ''"})
  void shouldNameThePlaceAndTheLikelyMend(String text, String expected) {
    String message = String.valueOf(assertThrows(FaultException.class, () -> parse(text)).getMessage());
    assertEquals(true, message.contains(expected) && message.startsWith("fault '" + text + "'"), message);
    assertEquals(1, message.lines().count());
  }
}
