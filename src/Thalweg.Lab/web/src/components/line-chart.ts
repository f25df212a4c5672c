import uPlot from "uplot";
import { h } from "../dom.ts";
import { number, pair } from "../i18n/index.ts";
import { Component, define } from "./component.ts";
import { DataTable } from "./data-table.ts";
import { exportMenu } from "./export-menu.ts";
import { isDark, style } from "./series.ts";

export interface Curve { name: string; x: ArrayLike<number>; y: ArrayLike<number | null>; style?: number }

/** What a chart shows: its title, what its horizontal axis counts, or the names of the places 0, 1, … on it; whole numbers alone, or decades. */
export interface ChartOptions { title: string; x: string; log?: boolean; height?: number; bars?: boolean; whole?: boolean; labels?: readonly string[] | null; logX?: boolean }

/** `<tw-chart>`: curves over a common axis, drawn once per animation frame however often they change, with their numbers in a table. */
export class LineChart extends Component {
  private readonly surface = h("div", { class: "plot" });
  private readonly live = h("p", { class: "visually-hidden", "aria-live": "polite" });
  private plot: uPlot | undefined;
  private curves: Curve[] = [];
  private signature = "";
  private pending = false;
  private lastSaid = 0;
  private readonly table: DataTable;
  private readonly caption = h("span");
  private readonly observer = new ResizeObserver(() => this.plot?.setSize({ width: this.width, height: this.height }));
  private readonly options: ChartOptions;

  constructor(options: ChartOptions) {
    super();
    this.options = options;
    this.table = new DataTable(options.title, () => this.numbers());
    this.heading = options.title;
  }

  /** What the chart shows, in words. */
  set heading(text: string) {
    this.options.title = text;
    this.caption.textContent = text;
    this.surface.setAttribute("aria-label", text);
  }

  /** What the horizontal axis counts. */
  set axis(text: string) {
    if (text !== this.options.x) {
      this.options.x = text;
      this.signature = "";
    }
  }

  protected build(): void {
    this.surface.setAttribute("role", "img");
    this.append(h("figure", { class: "chart" },
      h("figcaption", {}, this.caption, exportMenu({
        name: this.options.title.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""),
        canvas: () => this.surface.querySelector("canvas"),
        numbers: () => this.numbers(),
      })),
      this.surface, this.live, this.table.element));
    this.observer.observe(this.surface);
    this.set(this.curves);
  }

  /** Shows other curves, or more of the same. */
  set(curves: Curve[]): void {
    this.curves = curves;
    if (!this.pending) {
      this.pending = true;
      requestAnimationFrame(() => {
        this.pending = false;
        this.draw();
      });
    }
  }

  protected override restyle(): void {
    this.signature = "";
    this.set(this.curves);
  }

  private get width(): number {
    return Math.max(220, this.surface.clientWidth);
  }

  private get height(): number {
    return this.options.height ?? 230;
  }

  private numbers(): { head: string[]; rows: (number | string | null)[][] } {
    const [xs, ...ys] = this.data();
    return {
      head: [this.options.x, ...this.curves.map((curve) => curve.name)],
      rows: Array.from(xs!, (x, i) => [x as number, ...ys.map((y) => (y[i] ?? null) as number | null)]),
    };
  }

  /** The curves over one axis: where they share theirs, as they are. */
  private data(): (ArrayLike<number | null | undefined>)[] {
    const first = this.curves[0];
    if (!first) {
      return [[]];
    }
    const same = this.curves.every((curve) => curve.x.length === first.x.length && curve.x[0] === first.x[0] && curve.x[curve.x.length - 1] === first.x[first.x.length - 1]);
    const positive = (y: ArrayLike<number | null>): (number | null)[] =>
      Array.from(y, (value) => (value === null || !Number.isFinite(value) || (this.options.log && value <= 0) ? null : value));
    if (same) {
      return [Array.from(first.x), ...this.curves.map((curve) => positive(curve.y))];
    }
    const xs = [...new Set(this.curves.flatMap((curve) => Array.from(curve.x)))].sort((a, b) => a - b);
    const place = new Map(xs.map((x, i) => [x, i]));
    return [xs, ...this.curves.map((curve) => {
      const y: (number | null | undefined)[] = new Array(xs.length).fill(undefined);
      positive(curve.y).forEach((value, i) => (y[place.get(curve.x[i]!)!] = value));
      return y;
    })];
  }

  private draw(): void {
    if (!this.isConnected) {
      return;
    }
    const data = this.data() as unknown as uPlot.AlignedData;
    const signature = `${isDark()} ${this.curves.map((curve) => `${curve.name}/${curve.style}`).join("|")}`;
    if (signature !== this.signature || !this.plot) {
      this.signature = signature;
      this.plot?.destroy();
      this.plot = new uPlot(this.uplotOptions(), data, this.surface);
    } else {
      this.plot.setData(data);
    }
    this.table.refresh();
    this.say();
  }

  /** Now and then, for those who listen. */
  private say(): void {
    const now = Date.now();
    if (now - this.lastSaid < 4000) {
      return;
    }
    this.lastSaid = now;
    this.live.textContent = this.curves.filter((curve) => curve.y.length > 0).map((curve) => pair(curve.name, number(curve.y[curve.y.length - 1]))).join(", ");
  }

  private uplotOptions(): uPlot.Options {
    const text = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim() || "#222";
    const grid = getComputedStyle(document.documentElement).getPropertyValue("--line").trim() || "#ddd";
    const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 }, font: "12px system-ui" };
    const { labels } = this.options;
    const place = (value: number | null): string => (value === null ? "" : labels ? (labels[value] ?? "") : number(value));
    return {
      width: this.width,
      height: this.height,
      cursor: { drag: { x: false, y: false } },
      legend: { show: true, live: true },
      scales: { x: this.options.logX ? { time: false, distr: 3, log: 10 } : { time: false }, y: this.options.log ? { distr: 3, log: 10 } : {} },
      axes: [
        { ...axis, ...(this.options.whole || labels ? { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] } : {}), values: (_, ticks) => ticks.map((value) => place(value)) },
        { ...axis, size: 64, values: (_, ticks) => ticks.map((value) => (value === null ? "" : number(value, 3))) },
      ],
      series: [
        { label: this.options.x, value: (_, value) => (labels ? place(value) : number(value, 5)) },
        ...this.curves.map((curve, i): uPlot.Series => {
          const look = style(curve.style ?? i);
          return {
            label: curve.name, stroke: look.color, width: 1.75, dash: look.dash, spanGaps: true,
            value: (_, value) => number(value, 4), points: { show: (plot) => plot.data[0].length < 30 },
            ...(this.options.bars ? { paths: uPlot.paths.bars!({ size: [1, 60] }), fill: `${look.color}55`, points: { show: false } } : {}),
          };
        }),
      ],
    };
  }
}

define("tw-chart", LineChart);
