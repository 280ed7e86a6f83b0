package io.plumbline.core.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.core.motion.ContactJudge.Contact;
import org.junit.jupiter.api.Test;

class RestJudgeTest {
  private static final double STEP_S = 0.01;

  private final RestJudge judge = new RestJudge();
  private final JoinedHeight live = new JoinedHeight();
  private long nowNs;
  private double heightM;
  private double heightSdM = 0.01;
  private double velocitySdMps = 0.003;

  RestJudgeTest() {
    judge.rebase();
  }

  private void follow(double velocityMps) {
    nowNs += Math.round(STEP_S * 1e9);
    live.clear();
    live.add(heightM, heightSdM * heightSdM, velocityMps, velocitySdMps * velocitySdMps);
    judge.follow(nowNs, live, true);
  }

  /// The estimate says that the bar goes so fast for so long.
  private void move(double velocityMps, double seconds) {
    for (double s = 0; s < seconds; s += STEP_S) {
      heightM += velocityMps * STEP_S;
      follow(velocityMps);
      judge.judge(0, 1, 0, false, Contact.UNKNOWN, live);
    }
  }

  private void rest(double seconds, Contact contact) {
    for (double s = 0; s < seconds; s += STEP_S) {
      follow(0);
      judge.judge(1 + s, 0, 0, false, contact, live);
    }
  }

  @Test
  void shouldTakeNothingLearnedAtRestForASwingWhenTheHeldEstimateDrifted() {
    move(0.5, 1.1);
    velocitySdMps = 0.08;
    heightSdM = 0.3;
    move(0.09, 4);
    // The rest corrects the height as a whole.
    heightM -= 0.3;
    rest(3, Contact.UNKNOWN);
    assertTrue(judge.atRest());
    assertFalse(judge.sameHeight());
    assertFalse(judge.segmentEnds());
  }

  @Test
  void shouldEndTheSegmentWhenTheBarCameDownAgainThoughTheEstimateDrifted() {
    move(0.5, 1.1);
    velocitySdMps = 0.08;
    heightSdM = 0.3;
    move(-0.6, 1.2);
    // A correction upward is no swing either.
    heightM += 0.2;
    rest(1, Contact.UNKNOWN);
    assertTrue(judge.sameHeight());
    assertTrue(judge.segmentEnds());
  }

  /// A foot that rolls the bar across the floor: nothing but a level acceleration is felt.
  @Test
  void shouldNotRestWhenPlatesThatStandBeginToRoll() {
    rest(0.5, Contact.STANDS);
    nowNs += Math.round(STEP_S * 1e9);
    judge.judge(0, 0.1, 0, false, Contact.STANDS, live);
    judge.judge(0.5, 0.1, 0, false, Contact.STANDS, live);
    assertFalse(judge.atRest());
    judge.setStruck(1, true);
    judge.judge(0.5, 0.1, 0, false, Contact.STANDS, live);
    assertTrue(judge.atRest(), "after an impact it is what that left of the estimate");
  }

  @Test
  void shouldRememberThatThePlatesStoodWhenTheyArePulledAtBeforeTheyRise() {
    rest(0.5, Contact.STANDS);
    rest(0.5, Contact.HANGS);
    move(0.5, 1.1);
    move(-0.5, 1.1);
    rest(2, Contact.HANGS);
    assertTrue(judge.beganStanding());
    assertFalse(judge.sameHeight(), "hangs where it would lie by its height");
    rest(2, Contact.STANDS);
    assertTrue(judge.sameHeight());
    assertEquals(true, judge.standsAgain());
  }

  @Test
  void shouldForgetThatThePlatesStoodWhenTheBarMovedAndIsHungElsewhere() {
    rest(0.5, Contact.STANDS);
    move(0.5, 2.5);
    rest(0.5, Contact.HANGS);
    judge.rebase();
    rest(0.5, Contact.HANGS);
    assertFalse(judge.beganStanding());
  }

  private void fallAndStrike(int strikes) {
    move(0.5, 1.1);
    move(-0.6, 0.9);
    judge.setStruck(strikes, true);
  }

  @Test
  void shouldLieWhereItFellWhenItOnlyBounced() {
    fallAndStrike(1);
    move(0.5, 0.3);
    heightM += 0.3;
    heightSdM = 0.2;
    judge.setStruck(1, true);
    rest(1, Contact.UNKNOWN);
    assertTrue(judge.sameHeight());
  }

  /// Touch and go: the impact of the rep before says nothing of the next one's lockout.
  @Test
  void shouldNotLieAtTheTopWhenItWasLiftedAgainAfterAnImpact() {
    fallAndStrike(1);
    move(0.5, 1.1);
    judge.setStruck(1, true);
    heightSdM = 0.2;
    rest(1, Contact.UNKNOWN);
    assertFalse(judge.sameHeight());
    assertFalse(judge.segmentEnds());
  }
}
