package io.plumbline.daemon.web;

import io.javalin.http.Context;
import io.plumbline.contract.payload.RecordKey;
import io.plumbline.daemon.access.AccessTable.Access;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.domain.SetDetail;
import io.plumbline.daemon.domain.SetOverview;
import io.plumbline.daemon.domain.StoreException;
import io.plumbline.daemon.domain.SummaryReader;
import io.plumbline.daemon.domain.training.Kept;
import io.plumbline.daemon.domain.training.SetBook;
import io.plumbline.daemon.domain.training.SetCorrection;
import io.plumbline.daemon.domain.training.SetKey;
import io.plumbline.daemon.domain.training.TrainedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of all that is stored belongs to one athlete.
final class OwnThings {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final SummaryReader reader;
  private final SetBook sets;

  OwnThings(SummaryReader reader, SetBook sets) {
    this.reader = reader;
    this.sets = sets;
  }

  /// Whether a request is for what belongs to the athlete.
  ///
  /// @throws DeniedException where it is, but may not be changed so
  boolean allows(Context context, Access access, String athleteId) throws StoreException, DeniedException {
    return switch (access) {
      case OWN_ATHLETE -> context.pathParam("athlete").equals(athleteId);
      case OWN_SET -> owns(athleteId, Answers.setKey(context));
      case OWN_REP -> ownsRep(athleteId, context);
      case OWN_NOTES -> {
        boolean own = owns(athleteId, Answers.setKey(context));
        if (own) {
          requireNotesOnly(context);
        }
        yield own;
      }
      default -> true;
    };
  }

  private boolean owns(String athleteId, SetKey key) throws StoreException {
    return sets.set(key).map(TrainedSet::athleteId).filter(athleteId::equals).isPresent();
  }

  private boolean ownsRep(String athleteId, Context context) throws StoreException {
    RecordKey key = Api.key(context);
    Optional<String> rep = reader.rep(key);
    if (rep.isEmpty()) {
      return false;
    }
    JsonNode setNumber = MAPPER.readTree(rep.get()).path("set_number");
    return owns(athleteId, new SetKey(key.barId(), key.journalId(), setNumber.asInt()));
  }

  private void requireNotesOnly(Context context) throws StoreException, DeniedException {
    SetCorrection after = Changes.body(context, SetCorrection.class);
    SetCorrection before = sets.correction(Answers.setKey(context)).map(Kept::value).orElse(SetCorrection.NONE);
    if (!after.equals(new SetCorrection(before.owner(), before.exercise(), before.loadKg(), before.startedAt(),
        before.removedReps(), after.notes()))) {
      throw DeniedException.forbidden("an athlete changes the notes of a set; the rest is the coach's");
    }
  }

  /// The athlete's newest sets, as the bars told them.
  List<SetOverview> newestSets(String athleteId, int limit) throws StoreException {
    List<SetOverview> found = new ArrayList<>();
    for (TrainedSet set : sets.sets(athleteId, null, limit).items()) {
      reader.set(set.key().barId(), set.key().journalId(), set.key().setNumber()).map(SetDetail::overview)
          .ifPresent(found::add);
    }
    return found;
  }
}
