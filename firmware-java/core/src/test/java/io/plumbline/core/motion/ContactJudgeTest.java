package io.plumbline.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.core.motion.ContactJudge.Contact;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import org.junit.jupiter.api.Test;

class ContactJudgeTest {
  private static final double G_MPS2 = 9.8;
  private static final double[] LEVEL = {0, 0, 1};
  /// The shaft rolled by a quarter turn: up is the bar frame's y.
  private static final double[] ROLLED = {0, 1, 0};

  private final ContactJudge judge = new ContactJudge();
  private final SensorFrame frame = new SensorFrame();
  private long timeNs = 1;

  private void pull(double leftN, double rightN, double feltMps2, double[] up, double seconds) {
    for (int i = 0; i < seconds * 1000; i++) {
      timeNs += 1_000_000;
      frame.reset(timeNs);
      frame.set(Channel.LEFT_FY, -leftN * up[1]);
      frame.set(Channel.LEFT_FZ, -leftN * up[2]);
      frame.set(Channel.RIGHT_FY, -rightN * up[1]);
      frame.set(Channel.RIGHT_FZ, -rightN * up[2]);
      judge.feel(timeNs, feltMps2);
      judge.add(frame, up);
    }
  }

  @Test
  void shouldKnowNothingWhenThereAreNoLoadCells() {
    frame.reset(1_000_000);
    judge.feel(1_000_000, G_MPS2);
    judge.add(frame, LEVEL);
    assertEquals(Contact.UNKNOWN, judge.contact());
  }

  @Test
  void shouldTellStandingFromHangingWhenTheBarIsLiftedAndPutDown() {
    pull(-32, -32, G_MPS2, LEVEL, 1);
    assertEquals(Contact.STANDS, judge.contact());
    pull(600, 600, G_MPS2, LEVEL, 2);
    assertEquals(Contact.HANGS, judge.contact());
    pull(-32, -32, G_MPS2, LEVEL, 0.1);
    assertEquals(Contact.STANDS, judge.contact());
  }

  @Test
  void shouldSayThatItHangsWhenOnlyOneSideStands() {
    pull(600, 600, G_MPS2, LEVEL, 2);
    pull(-32, 600, G_MPS2, LEVEL, 0.5);
    assertEquals(Contact.HANGS, judge.contact());
  }

  @Test
  void shouldNotTakeAFallingBarForAStandingOneWhenItPullsAtNothing() {
    pull(600, 600, G_MPS2, LEVEL, 2);
    pull(0, 0, 0, LEVEL, 0.2);
    assertEquals(Contact.HANGS, judge.contact());
  }

  @Test
  void shouldSeeTheSameWhenTheShaftHasRolled() {
    pull(600, 600, G_MPS2, ROLLED, 2);
    assertEquals(Contact.HANGS, judge.contact());
    pull(-32, -32, G_MPS2, ROLLED, 0.2);
    assertEquals(Contact.STANDS, judge.contact());
  }

  @Test
  void shouldKnowNothingWhenTheCellsFellSilent() {
    pull(600, 600, G_MPS2, LEVEL, 1);
    timeNs += 2_000_000_000L;
    frame.reset(timeNs);
    judge.add(frame, LEVEL);
    assertEquals(Contact.UNKNOWN, judge.contact());
  }
}
