import { Kind, type Frame } from "../net/frames.ts";

const PointSize = 6;

/** What a racer's rule bears at the optimum, in learning rates. */
export interface Limits { curvature: number; theory: number; measured: number }

/** Where one racer has been. */
export class Trace {
  points: number[] = [];
  loss: number[] = [];
  gradient: number[] = [];
  epoch: number[] = [];
  limits: Limits | null = null;

  /** The last step that is known. */
  get last(): number {
    return this.loss.length - 1;
  }

  /** The last step that was done when so many epochs were over. */
  stepAt(epochs: number): number {
    let [low, high] = [0, Math.max(0, this.last)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.epoch[middle]! <= epochs + 1e-6) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Takes what the server says of this racer. */
  hear(frame: Frame): void {
    if (frame.kind === Kind.DescentFacts) {
      const [curvature = Number.NaN, theory = Number.NaN, , , measured = Number.NaN] = frame.values;
      this.limits = { curvature, theory, measured };
    } else if (frame.kind === Kind.DescentPoint) {
      for (let i = 0; i + PointSize <= frame.values.length; i += PointSize) {
        const at = frame.step + i / PointSize;
        this.points[2 * at] = frame.values[i]!;
        this.points[2 * at + 1] = frame.values[i + 1]!;
        this.loss[at] = frame.values[i + 2]!;
        this.gradient[at] = frame.values[i + 3]!;
        this.epoch[at] = frame.values[i + 5]!;
      }
    }
  }

  /** The way so far: what comes after it will be other. */
  until(step: number): Trace {
    const trace = new Trace();
    trace.points = this.points.slice(0, 2 * (step + 1));
    trace.loss = this.loss.slice(0, step + 1);
    trace.gradient = this.gradient.slice(0, step + 1);
    trace.epoch = this.epoch.slice(0, step + 1);
    trace.limits = this.limits;
    return trace;
  }
}
