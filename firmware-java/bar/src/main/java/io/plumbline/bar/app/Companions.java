package io.plumbline.bar.app;

import io.plumbline.bar.journal.Journal;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What works beside a source of frames, for whoever watches over all of it. All but the link's watch belong to the thread of [FrameSource#next].
///
/// @param journal keeps summaries, null where nothing does
/// @param link    how the way to the broker is
/// @param atRest  whether the bar rests, as far as is known
/// @param idle    called with the time, ns, while no frame comes: there may be something to tell all the same
record Companions(@Nullable Journal journal, LinkWatch link, BooleanSupplier atRest, LongConsumer idle) {}
