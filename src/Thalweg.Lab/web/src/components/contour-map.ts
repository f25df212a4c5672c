import { contours, type ContourMultiPolygon } from "d3-contour";
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { h, svg } from "../dom.ts";
import { number, pair, t } from "../i18n/index.ts";
import type { Field } from "../net/api.ts";
import { Component, define } from "./component.ts";
import { DataTable } from "./data-table.ts";
import { exportMenu } from "./export-menu.ts";
import { isDark, markerPath, style } from "./series.ts";

/** A way over the map: x and y in turns, how far it is shown, and the points at which something changed. */
export interface Path { name: string; points: ArrayLike<number>; style?: number; until?: number; marks?: number[] }

const Width = 640;
const Height = 480;
const Margin = { left: 46, right: 12, top: 10, bottom: 32 };

/** `<tw-map>`: lines of equal loss with paths over them, and a start that can be moved by mouse, touch and arrow keys. */
export class ContourMap extends Component {
  private readonly picture = svg("svg", { viewBox: `0 0 ${Width} ${Height}`, role: "group" });
  private readonly levels = svg("g", { class: "levels" });
  private readonly axes = svg("g", { class: "axes" });
  private readonly minima = svg("g", { class: "minima" });
  private readonly paths = svg("g", { class: "paths" });
  private readonly points = svg("g", { class: "points" });
  private readonly handle = svg("g", { class: "handle", tabindex: 0, role: "slider" });
  private readonly table: DataTable;
  private x: ScaleLinear<number, number> = scaleLinear();
  private y: ScaleLinear<number, number> = scaleLinear();
  private shown: Path[] = [];
  private start: [number, number] | null = null;
  private onmove: ((start: [number, number], done: boolean) => void) | null = null;
  private readonly clip = `clip-${(maps += 1)}`;
  /** A moment of an animation; all that is known where it is whole. */
  private moment = 1;
  private samples: { x: number; y: number; style: number; name: string }[] = [];
  private classes: string[] | null = null;
  private field: Field | null = null;
  private marks: readonly [number, number][] = [];
  private readonly heading: string;

  constructor(title: string, options: { draggable?: boolean } = {}) {
    super();
    this.heading = title;
    this.picture.setAttribute("aria-label", title);
    const inner = svg("rect", { x: Margin.left, y: Margin.top, width: Width - Margin.left - Margin.right, height: Height - Margin.top - Margin.bottom });
    this.picture.append(svg("defs", {}, svg("clipPath", { id: this.clip }, inner)));
    for (const group of [this.levels, this.points, this.minima, this.paths]) {
      group.setAttribute("clip-path", `url(#${this.clip})`);
    }
    this.picture.append(this.levels, this.axes, this.points, this.minima, this.paths);
    if (options.draggable) {
      this.listen();
    }
    this.table = new DataTable(title, () => this.numbers());
  }

  protected build(): void {
    this.append(h("figure", { class: "map" },
      h("figcaption", {}, h("span", {}, this.heading), exportMenu({ name: "contours", svg: () => this.picture, moments: () => this.moments(), numbers: () => this.numbers() })),
      this.picture, this.table.element));
  }

  protected override restyle(): void {
    if (this.field) {
      if (this.classes) {
        this.setRegions(this.field, this.classes);
      } else {
        this.setField(this.field, this.marks);
      }
      this.setPoints(this.samples);
    }
  }

  /** Draws the field's level lines. */
  setField(field: Field, minima: readonly [number, number][] = []): void {
    this.field = field;
    this.marks = minima;
    this.classes = null;
    this.scale(field);
    const values = field.values.map((value) => value ?? Number.NaN);
    const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
    const most = finite[finite.length - 1] ?? 1;
    // Levels by quantiles of the field, so that valleys have lines too; squared towards the bottom.
    const count = 16;
    const thresholds = [...new Set(Array.from({ length: count }, (_, i) => finite[Math.floor(((i + 0.5) / count) ** 1.6 * (finite.length - 1))] ?? 0))];
    const lines = contours().size([field.columns, field.rows]).smooth(true).thresholds(thresholds)(values.map((value) => (Number.isFinite(value) ? value : most)));
    this.levels.replaceChildren(
      this.ground(this.shade(0)),
      ...lines.map((line, i) => svg("path", {
        d: this.outline(line, field), fill: this.shade((i + 1) / lines.length), stroke: "currentColor", "stroke-opacity": 0.22, "stroke-width": 0.8,
      }, svg("title", {}, `${t("descent.loss")} ${number(line.value)}`))));
    this.minima.replaceChildren(...minima.map(([a, b]) => svg("path", {
      class: "minimum", d: star(this.x(a), this.y(b), 8),
    }, svg("title", {}, `${t("descent.optimum")} (${number(a)}, ${number(b)})`))));
    this.drawAxes();
    this.drawPaths();
    this.drawHandle();
  }

  /** Draws where which class is answered: a field of class numbers, in the colours of the classes' samples. */
  setRegions(field: Field, classes: string[]): void {
    this.field = field;
    this.classes = classes;
    this.scale(field);
    this.levels.replaceChildren(this.ground("var(--panel)"), ...classes.map((name, k) => {
      const [region] = contours().size([field.columns, field.rows]).smooth(true).thresholds([0.5])(field.values.map((value) => (value === k ? 1 : 0)));
      const look = style(k);
      return svg("path", { d: this.outline(region!, field), fill: look.color, "fill-opacity": 0.22, stroke: look.color, "stroke-width": 1.5, "stroke-dasharray": look.dash.join(" ") || "none" }, svg("title", {}, name));
    }));
    this.drawAxes();
  }

  private scale(field: Field): void {
    this.x = scaleLinear(field.x, [Margin.left, Width - Margin.right]);
    this.y = scaleLinear(field.y, [Height - Margin.bottom, Margin.top]);
  }

  private ground(fill: string): SVGElement {
    return svg("rect", { x: Margin.left, y: Margin.top, width: Width - Margin.left - Margin.right, height: Height - Margin.top - Margin.bottom, fill });
  }

  /** The path around all places above a level; the grid's points lie at the middles of d3's cells. */
  private outline(level: ContourMultiPolygon, field: Field): string {
    const [sx, sy] = [(Width - Margin.left - Margin.right) / (field.columns - 1), (Height - Margin.top - Margin.bottom) / (field.rows - 1)];
    const place = (point: number[]): string => `${(Margin.left + (point[0]! - 0.5) * sx).toFixed(1)},${(Height - Margin.bottom - (point[1]! - 0.5) * sy).toFixed(1)}`;
    return level.coordinates.map((polygon) => polygon.map((ring) => `M${ring.map(place).join("L")}Z`).join("")).join("");
  }

  /** Draws samples over a field that is there: told apart by colour and by marker. */
  setPoints(points: { x: number; y: number; style: number; name: string }[]): void {
    this.samples = points;
    this.points.replaceChildren(...points.map((point) => {
      const look = style(point.style);
      return svg("path", { d: markerPath(look.marker, this.x(point.x), this.y(point.y), 4), fill: look.color, stroke: "var(--paper)", "stroke-width": 1 }, svg("title", {}, `${point.name} (${number(point.x)}, ${number(point.y)})`));
    }));
    this.table.refresh();
  }

  /** Draws paths. */
  setPaths(paths: Path[]): void {
    this.shown = paths;
    this.moment = 1;
    this.drawPaths();
    this.table.refresh();
  }

  /** Puts the start somewhere, and says who is told when the reader moves it. */
  setStart(start: [number, number], onmove: (start: [number, number], done: boolean) => void): void {
    this.start = start;
    this.onmove = onmove;
    this.drawHandle();
  }

  private shade(part: number): string {
    const night = isDark();
    const light = night ? 16 + 20 * part : 97 - 34 * part;
    return `hsl(${night ? 200 : 195} ${night ? 34 : 46}% ${light.toFixed(0)}%)`;
  }

  private drawAxes(): void {
    const parts: SVGElement[] = [];
    for (const value of this.x.ticks(6)) {
      parts.push(svg("text", { x: this.x(value), y: Height - 10, "text-anchor": "middle" }, number(value)));
      parts.push(svg("path", { d: `M${this.x(value)},${Height - Margin.bottom}v5`, stroke: "currentColor" }));
    }
    for (const value of this.y.ticks(6)) {
      parts.push(svg("text", { x: Margin.left - 8, y: this.y(value) + 4, "text-anchor": "end" }, number(value)));
      parts.push(svg("path", { d: `M${Margin.left - 5},${this.y(value)}h5`, stroke: "currentColor" }));
    }
    this.axes.replaceChildren(...parts);
  }

  private drawPaths(): void {
    if (!this.field) {
      return;           // without it there is no scale yet
    }
    this.paths.replaceChildren(...this.shown.flatMap((path, i) => {
      const look = style(path.style ?? i);
      const count = this.countOf(path);
      let d = "";
      let [endX, endY] = [Number.NaN, Number.NaN];
      for (let k = 0; k < count; k++) {
        const [px, py] = [this.x(path.points[2 * k]!), this.y(path.points[2 * k + 1]!)];
        if (!Number.isFinite(px) || !Number.isFinite(py) || Math.abs(px) > 1e6 || Math.abs(py) > 1e6) {
          break;
        }
        d += `${k === 0 ? "M" : "L"}${px.toFixed(1)},${py.toFixed(1)}`;
        [endX, endY] = [px, py];
      }
      if (!d) {
        return [];
      }
      const dots = count <= 60 ? Array.from({ length: count }, (_, k) => svg("circle", { cx: this.x(path.points[2 * k]!), cy: this.y(path.points[2 * k + 1]!), r: 1.8, fill: look.color })) : [];
      return [
        svg("path", { d, fill: "none", stroke: "var(--paper)", "stroke-width": 4, "stroke-opacity": 0.55 }),
        svg("path", { d, fill: "none", stroke: look.color, "stroke-width": 2, "stroke-dasharray": look.dash.join(" ") || "none" }),
        ...dots,
        ...(path.marks ?? []).filter((k) => k < count && Number.isFinite(this.x(path.points[2 * k]!))).map((k) =>
          svg("circle", { class: "mark", cx: this.x(path.points[2 * k]!), cy: this.y(path.points[2 * k + 1]!), r: 5, fill: "var(--paper)", stroke: look.color, "stroke-width": 2 }, svg("title", {}, pair(path.name, `${t("descent.position")} ${k}`)))),
        svg("path", { d: markerPath(look.marker, endX, endY, 6), fill: look.color, stroke: "var(--paper)", "stroke-width": 1.5 }, svg("title", {}, path.name)),
      ];
    }));
  }

  private drawHandle(): void {
    if (!this.start) {
      return;
    }
    const [a, b] = this.start;
    const [px, py] = [this.x(a), this.y(b)];
    this.handle.setAttribute("aria-label", t("descent.start"));
    this.handle.setAttribute("aria-valuenow", String(a));
    this.handle.setAttribute("aria-valuemin", String(this.x.domain()[0]));
    this.handle.setAttribute("aria-valuemax", String(this.x.domain()[1]));
    this.handle.setAttribute("aria-valuetext", `(${number(a)}, ${number(b)})`);
    if (!this.handle.parentNode) {
      this.picture.append(this.handle);
    }
    this.handle.replaceChildren(
      svg("circle", { cx: px, cy: py, r: 22, fill: "transparent" }),
      svg("circle", { class: "ring", cx: px, cy: py, r: 9 }),
      svg("path", { d: `M${px - 14},${py}h28M${px},${py - 14}v28`, class: "cross" }));
  }

  private move(a: number, b: number, done: boolean): void {
    const clamp = (value: number, [lo, hi]: number[]): number => Math.min(Math.max(value, Math.min(lo!, hi!)), Math.max(lo!, hi!));
    this.start = [clamp(a, this.x.domain()), clamp(b, this.y.domain())];
    this.drawHandle();
    this.onmove?.(this.start, done);
  }

  private listen(): void {
    const at = (event: PointerEvent): [number, number] => {
      const box = this.picture.getBoundingClientRect();
      return [this.x.invert(((event.clientX - box.left) / box.width) * Width), this.y.invert(((event.clientY - box.top) / box.height) * Height)];
    };
    this.handle.addEventListener("pointerdown", (event) => {
      this.handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      (this.handle as unknown as HTMLElement).focus();
    });
    this.handle.addEventListener("pointermove", (event) => {
      if (this.handle.hasPointerCapture(event.pointerId)) {
        this.move(...at(event), false);
      }
    });
    this.handle.addEventListener("pointerup", (event) => this.move(...at(event), true));
    this.handle.addEventListener("keydown", (event) => {
      const directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
      const direction = directions[event.key];
      if (direction && this.start) {
        event.preventDefault();
        const part = event.shiftKey ? 0.1 : 0.02;
        const size = (domain: number[]): number => (domain[1]! - domain[0]!) * part;
        this.move(this.start[0] + direction[0] * size(this.x.domain()), this.start[1] + direction[1] * size(this.y.domain()), true);
      }
    });
  }

  /** How many points of a path are drawn. */
  private countOf(path: Path): number {
    const known = path.points.length / 2;
    return this.moment < 1 ? 1 + Math.round(this.moment * (known - 1)) : Math.min(known, (path.until ?? Number.MAX_SAFE_INTEGER) + 1);
  }

  private moments(): { count: number; show: (moment: number) => void } | null {
    const count = Math.max(0, ...this.shown.map((path) => path.points.length / 2));
    return count > 1 ? { count, show: (moment) => { this.moment = moment / (count - 1); this.drawPaths(); } } : null;
  }

  private numbers(): { head: string[]; rows: (number | string | null)[][] } {
    if (this.samples.length > 0) {
      return { head: [t("common.name"), "x", "y"], rows: this.samples.map((point) => [point.name, point.x, point.y]) };
    }
    return {
      head: [t("descent.racer"), t("descent.position"), "x", "y"],
      rows: this.shown.flatMap((path) => Array.from({ length: path.points.length / 2 }, (_, k) => [path.name, k, path.points[2 * k]!, path.points[2 * k + 1]!])),
    };
  }
}

function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const [angle, size] = [(Math.PI * i) / 5 - Math.PI / 2, i % 2 === 0 ? r : 0.42 * r];
    return `${(x + size * Math.cos(angle)).toFixed(1)},${(y + size * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

let maps = 0;

define("tw-map", ContourMap);
