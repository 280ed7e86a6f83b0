package io.plumbline.daemon.export;

import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.training.Exporter;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedSet;
import io.plumbline.daemon.domain.training.TrainingBooks;
import java.time.InstantSource;
import java.util.Optional;

/// Reads the books and makes files of them. Thread-safe.
public final class FileExporter implements Exporter {
  private final TrainingBooks books;
  private final SummaryReader reader;
  private final InstantSource clock;

  public FileExporter(TrainingBooks books, SummaryReader reader, InstantSource clock) {
    this.books = books;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Optional<Export> athlete(String athleteId, boolean traces) throws StoreException {
    return books.athletes().athlete(athleteId)
        .map(athlete -> new AthleteZip(books, reader, clock, athlete, traces));
  }

  @Override
  public Optional<String> captions(SetKey key, double startsAtS) throws StoreException {
    Optional<TrainedSet> set = books.sets().set(key);
    Optional<SetDetail> detail = reader.set(key.barId(), key.journalId(), key.setNumber());
    return set.isEmpty() || detail.isEmpty()
        ? Optional.empty()
        : Optional.of(Captions.of(set.get(), detail.get(), startsAtS));
  }
}
