import { confusionMatrix } from "../components/confusion-matrix.ts";
import { ContourMap } from "../components/contour-map.ts";
import { field, h, select } from "../dom.ts";
import { t } from "../i18n/index.ts";
import { api, type Boundary } from "../net/api.ts";
import { Latest } from "../net/latest.ts";
import type { LiveRun } from "./live-run.ts";

const Milliseconds = 1500;

/** What a network looks like and what it answers, while it learns and after: its layers, the classes it takes rows for, its decision over two inputs. */
export class RunResults {
  private readonly network = h("div");
  private readonly confusion = h("div");
  private readonly boundary = h("div", { class: "stacked" });
  private live: LiveRun | null = null;
  private features: [string, string] = ["", ""];
  private map: ContourMap | null = null;
  private readonly boundaries = new Latest();
  private timer = 0;
  private missing = new Set<unknown>();
  readonly element = h("div", { class: "after" }, this.network, this.confusion, this.boundary);

  /** Shows a run, until another one or none. */
  show(live: LiveRun | null): void {
    clearTimeout(this.timer);
    this.live = live;
    this.features = ["", ""];
    this.map = null;
    this.missing = new Set();
    [this.network, this.confusion, this.boundary].forEach((place) => place.replaceChildren());
    if (live) {
      void this.refresh(live);
    }
  }

  /** Asks for what the network answers now; again and again while it learns. */
  private async refresh(live: LiveRun): Promise<void> {
    const isLast = live.isComplete;
    if (live.loss.length > 0) {
      await Promise.all([this.drawConfusion, this.drawBoundary].filter((part) => !this.missing.has(part)).map((part) => part.call(this, live).catch(() => {
        // Not every run has each part: a regression has no classes, a network with one input no plane.
        this.missing.add(part);
      })));
    }
    if (this.live === live) {
      this.drawNetwork(live);
      if (!isLast) {
        this.timer = setTimeout(() => void this.refresh(live), Milliseconds);
      }
    }
  }

  private drawNetwork(live: LiveRun): void {
    const drawing = live.details?.network?.svg;
    if (drawing && this.network.childElementCount === 0) {
      // The server's drawing as a picture: nothing in it can run.
      this.network.replaceChildren(h("figure", { class: "network" }, h("figcaption", {}, t("train.network")),
        h("img", { alt: t("train.network"), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}` })));
    }
  }

  private async drawConfusion(live: LiveRun): Promise<void> {
    const { labels, counts } = await api.confusion(live.id);
    if (this.live === live) {
      this.confusion.replaceChildren(confusionMatrix(labels, counts));
    }
  }

  /** The classes over any two of the inputs, with the rows; the other inputs are at their means. */
  private async drawBoundary(live: LiveRun): Promise<void> {
    const answer = await this.boundaries.of(api.boundary(live.id, ...this.features));
    if (!answer || this.live !== live) {
      return;
    }
    if (!this.map || answer.features.join() !== this.features.join()) {
      this.features = answer.features;
      this.map = new ContourMap(t("train.boundary", { x: answer.features[0], y: answer.features[1] }));
      this.boundary.replaceChildren(this.map, ...(answer.inputs.length > 2 ? [h("div", { class: "row" }, this.choice(live, answer, 0), this.choice(live, answer, 1))] : []));
    }
    if (answer.labels) {
      this.map.setRegions(answer, answer.labels);
    } else {
      this.map.setField(answer);
    }
    this.map.setPoints(answer.points.map((point) => ({ x: point.x, y: point.y, style: point.label ?? 0, name: point.label === null ? String(point.value) : (answer.labels?.[point.label] ?? String(point.label)) })));
  }

  /** Which input an axis shows; the one that the other axis has already changes places with it. */
  private choice(live: LiveRun, answer: Boundary, axis: 0 | 1): HTMLElement {
    return field(t(axis === 0 ? "train.across" : "train.up"), select(answer.inputs, answer.features[axis], (name) => {
      const other = name === answer.features[1 - axis] ? answer.features[axis] : answer.features[1 - axis]!;
      this.features = axis === 0 ? [name, other] : [other, name];
      this.map = null;
      void this.drawBoundary(live);
    }));
  }
}
