package io.plumbline.bar.sampling;

import io.plumbline.core.raw.RawStream;
import io.plumbline.core.sample.Channel;
import java.util.Set;

interface ForceDecoder {
  SensorDecoder.RowDecoder of(RawStream stream);

  Set<Channel> channels(RawStream stream);
}
