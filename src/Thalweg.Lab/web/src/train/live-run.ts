import type { RunDetails, RunState } from "../net/api.ts";
import { Kind, type Frame } from "../net/frames.ts";

type Values = (number | null)[];
const EpochSize = 6;

/** One run on the page: what it has shown so far. */
export class LiveRun {
  /** How many losses of batches were heard: from there on a lost connection asks again. */
  batches = 0;
  readonly epoch: number[] = [];
  readonly loss: Values = [];
  readonly metric: Values = [];
  readonly valLoss: Values = [];
  readonly valMetric: Values = [];
  gradients: number[] = [];
  readonly histograms = new Map<number, number[]>();
  secondsLeft = Number.NaN;
  state: RunState = "running";
  details: RunDetails | null = null;
  isComplete = false;
  /** Ends what the page hears of the run. */
  end = (): void => {};
  readonly id: number;
  readonly name: string;

  constructor(id: number, name: string) {
    this.id = id;
    this.name = name;
  }

  get isUnderWay(): boolean {
    return this.state === "running" || this.state === "paused";
  }

  /** What the run is measured by beside the loss. */
  get metricName(): string | undefined {
    return Object.keys(this.details?.history ?? {}).find((name) => name !== "loss" && !name.startsWith("val_"));
  }

  hear(frame: Frame): void {
    switch (frame.kind) {
      case Kind.BatchLoss:
        this.batches = Math.max(this.batches, frame.step + frame.values.length);
        break;
      case Kind.Epoch:
        for (let i = 0; i + EpochSize <= frame.values.length; i += EpochSize) {
          this.hearEpoch(frame.values.subarray(i, i + EpochSize));
        }
        break;
      case Kind.GradientNorms:
        this.gradients = [...frame.values];
        break;
      case Kind.Histogram:
        this.histograms.set(frame.series, [...frame.values]);
        break;
    }
  }

  /** What the stream had no time for is in the history. */
  complete(details: RunDetails): void {
    this.details = details;
    this.isComplete = true;
    const { history } = details;
    const fill = (to: Values, from: Values | undefined): void => from?.forEach((value, i) => (to[i] = value));
    const metric = this.metricName;
    fill(this.loss, history["loss"]);
    fill(this.valLoss, history["val_loss"]);
    fill(this.metric, metric ? history[metric] : undefined);
    fill(this.valMetric, metric ? history[`val_${metric}`] : undefined);
    history["loss"]?.forEach((_, i) => (this.epoch[i] = i));
  }

  private hearEpoch(values: Float32Array): void {
    const [epoch, loss, metric, valLoss, valMetric, left] = values;
    const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
    const at = Math.round(epoch!);
    this.epoch[at] = at;
    this.loss[at] = finite(loss);
    this.metric[at] = finite(metric);
    this.valLoss[at] = finite(valLoss);
    this.valMetric[at] = finite(valMetric);
    this.secondsLeft = left!;
  }
}
