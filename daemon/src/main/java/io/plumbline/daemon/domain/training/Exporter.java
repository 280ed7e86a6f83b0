package io.plumbline.daemon.domain.training;

import io.plumbline.daemon.domain.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Makes files for other programs of what is kept. Any number of callers at once.
public interface Exporter {
  /// A file that is written as it is read.
  interface Export {
    /// Writes all of it. Where that fails, what was written is no whole file, and readers of zip files say so.
    void writeTo(OutputStream out) throws IOException, StoreException;
  }

  /// Everything that is kept of an athlete, as a zip file; empty where there is no such athlete.
  ///
  /// @param traces also each rep's curves
  Optional<Export> athlete(String athleteId, boolean traces) throws StoreException;

  /// A set as WebVTT captions, a cue an attempt that counts; empty where there is no such set.
  ///
  /// @param startsAtS where in the video the first of them begins, from 0
  Optional<String> captions(SetKey key, double startsAtS) throws StoreException;
}
