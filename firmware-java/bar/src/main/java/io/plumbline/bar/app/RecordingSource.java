package io.plumbline.bar.app;

import io.plumbline.bar.recording.RecordingReader;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.Info;
import io.plumbline.core.sample.BarSetup;
import io.plumbline.core.sample.Channel;
import io.plumbline.core.sample.SensorFrame;
import java.io.IOException;
import java.util.Set;

/// A recording as a source, as fast as it is asked. Whoever opened the reader closes it.
///
/// @param facing +1 or −1 instead of what the recording says; 0 to leave it
public record RecordingSource(RecordingReader reader, int facing) implements FrameSource {
  @Override
  public BarSetup setup() {
    BarSetup said = reader.header().setup();
    return facing == 0
        ? said
        : new BarSetup(said.mounts(), said.levers(), facing, said.enteredLoadKg(), said.barKg(), said.outboardKg(),
            said.gravityMps2(), said.cellGainSd());
  }

  @Override
  public Info.Mode mode() {
    return Info.Mode.REPLAY;
  }

  @Override
  public Set<Channel> channels() {
    return reader.channels();
  }

  @Override
  public Exercise exercise() {
    return reader.header().exercise();
  }

  @Override
  public boolean next(SensorFrame frame) throws IOException {
    return reader.next(frame);
  }
}
