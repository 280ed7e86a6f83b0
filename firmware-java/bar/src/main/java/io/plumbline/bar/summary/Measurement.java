package io.plumbline.bar.summary;

import io.plumbline.bar.health.Health;
import io.plumbline.bar.sampling.SamplingHealth;
import io.plumbline.core.phase.Phase;
import io.plumbline.core.pipeline.BarPipeline;
import io.plumbline.core.pipeline.LiveEstimate;
import io.plumbline.core.pipeline.PipelineListener;
import io.plumbline.core.pipeline.SourceQuality;
import io.plumbline.core.rep.RepMeasures;
import io.plumbline.core.sample.ImuSite;
import io.plumbline.core.sample.SensorFrame;
import io.plumbline.core.technique.Baseline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The pipeline with its [RepStream]: frames in, payloads out. Not thread-safe.
public final class Measurement {
  /// Stands for the time of the last frame where there was none yet.
  public static final long NO_FRAME = Long.MIN_VALUE;

  private final RepStream stream;
  private final PipelineListener listener;
  private BarPipeline pipeline;
  private long lastFrameNs = NO_FRAME;

  /// Of a stream that nothing samples: a recording.
  ///
  /// @param observers told what the pipeline tells, after the stream was told
  public Measurement(StreamContext context, PayloadSink sink, List<PipelineListener> observers) {
    this(context, sink, observers, Optional::empty);
  }

  /// Of any stream.
  ///
  /// @param observers told what the pipeline tells, after the stream was told
  /// @param health    what the sampling says of itself, empty where nothing is sampled
  public Measurement(StreamContext context, PayloadSink sink, List<PipelineListener> observers,
      Supplier<Optional<SamplingHealth>> health) {
    this(context, sink, observers, health, () -> null);
  }

  /// Of a bar that somebody watches over.
  ///
  /// @param observers told what the pipeline tells, after the stream was told
  /// @param health    what the sampling says of itself, empty where nothing is sampled
  /// @param condition how the bar is, null where that is not known
  public Measurement(StreamContext context, PayloadSink sink, List<PipelineListener> observers,
      Supplier<Optional<SamplingHealth>> health, Supplier<@Nullable Health> condition) {
    this.stream = new RepStream(context, sink, this::quality, health, condition);
    this.listener = observers.isEmpty() ? stream : new Fanout(stream, observers);
    this.pipeline = pipeline(context);
  }

  private BarPipeline pipeline(StreamContext context) {
    BarPipeline fresh = new BarPipeline(context.setup(), listener);
    fresh.setStart(ContractMapper.start(context.exercise()));
    return fresh;
  }

  /// What is known of the stream now.
  public StreamContext context() {
    return stream.context();
  }

  /// Whether somebody lifts, as far as is known now: nothing may change under a rep.
  public boolean isLifting() {
    return stream.phase() != Phase.REST;
  }

  /// Whether a set has begun and not been closed.
  public boolean isSetOpen() {
    return stream.isSetOpen();
  }

  /// Goes on with another context of the same stream, between two frames and while nobody lifts. Another athlete, exercise or facing closes the open
  /// set; the measuring begins anew, as after a start.
  ///
  /// @return what was learned until now, of the athlete and exercise before
  public Baseline change(StreamContext next) {
    if (!next.isSameLift(context())) {
      restart(next);
    }
    Baseline before = stream.learned();
    stream.change(next);
    return before;
  }

  /// Begins the measuring anew, because the sensors read differently from the next frame on; while nobody lifts. The open set goes on.
  public void restart() {
    restart(context());
  }

  private void restart(StreamContext next) {
    pipeline.finish();
    pipeline = pipeline(next);
  }

  private SourceQuality quality(ImuSite site) {
    return pipeline.quality(site);
  }

  /// Tells who the bar is; before the first frame.
  public void begin(String softwareVersion) {
    stream.begin(softwareVersion);
  }

  /// Takes the samples of one instant.
  public void accept(SensorFrame frame) {
    lastFrameNs = frame.timeNs();
    pipeline.accept(frame);
    stream.watch(frame, pipeline.live(), pipeline.atRest());
    stream.afterFrame(frame.timeNs(), pipeline.live());
  }

  /// Lets the samples of one instant go by: nobody lifts, and what moves the bar is no rep.
  public void pass(SensorFrame frame) {
    lastFrameNs = frame.timeNs();
    whileWaiting(frame.timeNs());
  }

  /// Time of the frame that was taken last, or went by, [#NO_FRAME] before the first. No two frames have the same.
  public long lastFrameNs() {
    return lastFrameNs;
  }

  /// Tells what changes although no frame comes.
  ///
  /// @param timeNs now, by the clock of the frames
  public void whileWaiting(long timeNs) {
    stream.whileWaiting(timeNs);
  }

  /// Ends the stream: what is unfinished is measured with what there is, the open set is closed.
  public void finish() {
    pipeline.finish();
    stream.finish();
  }

  /// The causal estimate after the last frame.
  public LiveEstimate live() {
    return pipeline.live();
  }

  /// The pipeline itself, to look at.
  public BarPipeline pipeline() {
    return pipeline;
  }

  /// Counters of what was published.
  public RepStream stream() {
    return stream;
  }

  private record Fanout(PipelineListener first, List<PipelineListener> others) implements PipelineListener {
    @Override
    public void onPhase(long timeNs, Phase phase) {
      first.onPhase(timeNs, phase);
      others.forEach(other -> other.onPhase(timeNs, phase));
    }

    @Override
    public void onConcentricEnd(long timeNs, double meanConcentricMps, double meanConcentricSdMps) {
      first.onConcentricEnd(timeNs, meanConcentricMps, meanConcentricSdMps);
      others.forEach(other -> other.onConcentricEnd(timeNs, meanConcentricMps, meanConcentricSdMps));
    }

    @Override
    public void onRep(RepMeasures rep) {
      first.onRep(rep);
      others.forEach(other -> other.onRep(rep));
    }
  }
}
