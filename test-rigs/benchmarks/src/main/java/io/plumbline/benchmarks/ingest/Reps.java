package io.plumbline.benchmarks.ingest;

import io.plumbline.contract.codec.ContractCodec;
import io.plumbline.contract.codec.ContractException;
import io.plumbline.contract.payload.Payload;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.contract.payload.RepSummary;
import java.io.IOException;
import java.io.InputStream;

/// Reps as bars publish them: the contract's example, each with a key of its own. Immutable and thread-safe.
final class Reps {
  static final String JOURNAL = "j-ingest";
  private static final String EXAMPLE = "/io/plumbline/contract/example/rep.json";
  private static final int REPS_A_SET = 5;

  private final ContractCodec codec = new ContractCodec();
  private final RepSummary example;

  Reps() throws IOException {
    try (InputStream in = RepSummary.class.getResourceAsStream(EXAMPLE)) {
      if (in == null || !(codec.decode(in.readAllBytes()) instanceof RepSummary rep)) {
        throw new IOException(EXAMPLE + " is no rep");
      }
      example = rep;
    } catch (ContractException e) {
      throw new IOException(EXAMPLE + ": " + e.getMessage(), e);
    }
  }

  /// One rep.
  ///
  /// @param sequence from 1
  byte[] payload(String barId, long sequence) {
    int before = Math.toIntExact(sequence - 1);
    RepSummary r = example;
    Payload rep = new RepSummary(new RecordKey(barId, JOURNAL, sequence), r.wallTime(), r.startTimeNs() + sequence,
        r.athlete(), r.exercise(), 1 + before / REPS_A_SET, 1 + before % REPS_A_SET, r.outcome(), r.velocity(),
        r.motion(), r.path(), r.load(), r.energy(), r.slack(), r.symmetry(), r.landing(), r.lockout(), r.quality(),
        r.findings(), r.positives(), r.suggestedExercise());
    return codec.encode(rep);
  }
}
