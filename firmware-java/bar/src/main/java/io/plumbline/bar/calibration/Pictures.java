package io.plumbline.bar.calibration;

import java.util.List;

/// What a person is to do, drawn in letters: the left pod is L, the right one R, the mark on the pods is ^.
final class Pictures {
  static final List<String> REST = lines("""
       ||==[L]==============[R]==||      floor or rack, nobody touches it
    -----------------------------------
    Put the bar down and let go of it: 5 s still.""");
  static final List<String> LEVEL = lines("""
       ==[L]==============[R]==       seen from the end:   ^   7   >   J   v   ...
    ------------------------------
    Without plates, on a level floor: turn the shaft by about an eighth, let go for 2 s; eight angles all round.""");
  static final List<String> LEFT_UP = lines("""
    #  [L]
    #      '--.__
    #            '--.[R]                 # bench, box or plates, 0.4 m or higher
    ------------------------------
    Lay the LEFT end high: four angles, a quarter turn each, 2 s still at each.""");
  static final List<String> RIGHT_UP = lines("""
                       [R]  #
                __.--'      #
         [L].--'            #
    ------------------------------
    Now the RIGHT end high: four angles, a quarter turn each, 2 s still at each.""");
  static final List<String> MARK = lines("""
          ^              ^
       ==[L]============[R]==
    ------------------------------
    Both ends on the floor, the marks on top: let go for 3 s.""");
  static final List<String> ROLL = lines("""
       you    ( )  -->  ( )  -->  ( )    away from you, L at your left hand as when you lift
    ------------------------------
    Roll the bar AWAY from you by at least one turn in one go, so that the pods turn with it; then let go.""");
  static final List<String> TILT_LEFT = lines("""
       [L] ^
         '--|__
            v  '--.[R]
    ------------------------------
    Raise the LEFT end to your knee and put it down, briskly, without turning the shaft: three times.""");
  static final List<String> TILT_RIGHT = lines("""
                     ^ [R]
               __|--'
       [L].--'   v
    ------------------------------
    The same with the RIGHT end: three times.""");
  static final List<String> EMPTY = lines("""
                |          |            |: supports inside the pods
       ====[L]==|==========|==[R]====   empty sleeves
    Hang the empty bar in the rack: four angles, a quarter turn each, 3 s still at each.""");
  static final List<String> PLATES = lines("""
         ||     |          |     ||
       ==||[L]==|==========|==[R]||==   the same plates on both sides, weighed ones
         ||     |          |     ||
    Mark up. Put the plates on, let go for 4 s.""");

  private Pictures() {}

  private static List<String> lines(String text) {
    return text.lines().map(line -> "  " + line).toList();
  }
}
