package io.plumbline.daemon.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.plumbline.contract.payload.Command;
import io.plumbline.contract.payload.CommandResult;
import io.plumbline.contract.payload.Exercise;
import io.plumbline.contract.payload.State;
import io.plumbline.daemon.access.DeniedException;
import io.plumbline.daemon.domain.BarBoard;
import io.plumbline.daemon.domain.BarCommands;
import io.plumbline.daemon.domain.BarView;
import io.plumbline.daemon.domain.StoreException;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person has a bar do from the dashboard.
final class BarRoutes {
  private final BarCommands commands;
  private final Owner owner;
  private final BarBoard board;

  /// Whose names a request may speak for; null for everybody's.
  interface Owner {
    @Nullable
    OwnNames of(Context context) throws StoreException;
  }

  BarRoutes(BarCommands commands, Owner owner, BarBoard board) {
    this.commands = commands;
    this.owner = owner;
    this.board = board;
  }

  /// Who lifts what next; null leaves what is.
  record ContextBody(@Nullable String athlete, @Nullable Exercise exercise, @Nullable Integer plannedReps,
      Command.@Nullable Facing facing) {}

  void addTo(RoutesConfig routes) {
    routes.post("/api/bars/{bar}/context", this::setContext);
  }

  private void setContext(Context context) throws InterruptedException, StoreException, DeniedException {
    String bar = Answers.id(context, "bar");
    ContextBody body = Changes.body(context, ContextBody.class);
    if (body.athlete == null && body.exercise == null && body.plannedReps == null && body.facing == null) {
      throw new BadRequestResponse("tell at least one of athlete, exercise, planned_reps and facing");
    }
    OwnNames own = owner.of(context);
    if (own != null && !own.isOwn(body.athlete == null ? holder(bar) : body.athlete)) {
      throw DeniedException.forbidden("an athlete takes a bar in the own name: " + String.join(", ", own.names()));
    }
    Command command;
    try {
      command = new Command.SetContext("web-" + UUID.randomUUID(), body.athlete, body.exercise, body.plannedReps,
          body.facing);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    CommandResult result;
    try {
      result = commands.tell(bar, command);
    } catch (IOException e) {
      throw new HttpResponseException(503, String.valueOf(e.getMessage()));
    }
    if (result == null) {
      throw new HttpResponseException(504, "the bar does not answer: is it on, and at this broker?");
    }
    if (result.status() != CommandResult.Status.DONE) {
      throw new HttpResponseException(409, String.valueOf(result.reason()));
    }
    Answers.plain(context, result);
  }

  private @Nullable String holder(String barId) {
    return board.bars().stream().filter(bar -> bar.barId().equals(barId)).map(BarView::state).filter(Objects::nonNull)
        .map(State::athlete).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
