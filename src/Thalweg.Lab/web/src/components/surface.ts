import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";
import { Component, define } from "./component.ts";
import { DataTable } from "./data-table.ts";
import { exportMenu } from "./export-menu.ts";
import { isDark, style } from "./series.ts";

export interface Grid { x: [number, number]; y: [number, number]; columns: number; rows: number; values: (number | null)[]; path?: [number, number][] }

/** `<tw-surface>`: a surface seen from a corner and turned by hand, its facets painted from the back to the front on a plain canvas. */
export class Surface extends Component {
  private readonly canvas = h("canvas", { width: 960, height: 640, tabindex: 0, role: "img" });
  private readonly angle: HTMLInputElement;
  private readonly table: DataTable;
  private grid: Grid | null = null;
  private spinning = 0;
  private turn = 0.6;
  private tilt = 0.55;

  private readonly heading: string;

  constructor(title: string) {
    super();
    this.heading = title;
    this.canvas.setAttribute("aria-label", title);
    this.angle = h("input", { type: "range", min: -180, max: 180, step: 5, value: 35, oninput: () => this.rotate((this.angle.valueAsNumber * Math.PI) / 180) });
    this.angle.setAttribute("aria-label", t("landscape.rotate"));
    this.table = new DataTable(title, () => this.numbers());
    this.listen();
  }

  protected build(): void {
    this.append(h("figure", { class: "surface" },
      h("figcaption", {}, h("span", {}, this.heading), exportMenu({ name: "surface", canvas: () => this.canvas, numbers: () => this.numbers() })),
      this.canvas, h("label", { class: "inline" }, t("landscape.rotate"), this.angle), this.spin(), this.table.element));
  }

  protected override leave(): void {
    cancelAnimationFrame(this.spinning);
  }

  /** A box to let the surface turn by itself: movement begins when it is asked for, and ends so. */
  private spin(): HTMLElement {
    const turnsPerMillisecond = 0.0004;
    const box = h("input", { type: "checkbox", onchange: () => {
      cancelAnimationFrame(this.spinning);
      let before = performance.now();
      const tick = (now: number): void => {
        this.rotate(this.turn + (now - before) * turnsPerMillisecond);
        before = now;
        this.spinning = requestAnimationFrame(tick);
      };
      if (box.checked) {
        this.spinning = requestAnimationFrame(tick);
      }
    } });
    return h("label", { class: "check" }, box, t("landscape.spin"));
  }

  protected override restyle(): void {
    this.draw();
  }

  set(grid: Grid): void {
    this.grid = grid;
    this.draw();
    this.table.refresh();
  }

  private draw(): void {
    const context = this.canvas.getContext("2d");
    const grid = this.grid;
    if (!context || !grid) {
      return;
    }
    const { width, height } = this.canvas;
    context.clearRect(0, 0, width, height);
    const shown = this.heights(grid);
    const [cos, sin] = [Math.cos(this.turn), Math.sin(this.turn)];
    const [up, flat] = [Math.cos(this.tilt), Math.sin(this.tilt)];
    const project = (u: number, v: number, z: number): [number, number, number] => {
      const [x, y] = [u * cos - v * sin, u * sin + v * cos];
      return [width / 2 + x * width * 0.33, height * 0.55 + (y * flat * 0.85 - z * up) * height * 0.42, y];
    };
    const place = (i: number, j: number): [number, number, number] =>
      project((2 * i) / (grid.columns - 1) - 1, (2 * j) / (grid.rows - 1) - 1, shown[j * grid.columns + i]! - 0.35);
    const facets: { depth: number; points: [number, number, number][]; level: number }[] = [];
    for (let j = 0; j + 1 < grid.rows; j++) {
      for (let i = 0; i + 1 < grid.columns; i++) {
        const points = [place(i, j), place(i + 1, j), place(i + 1, j + 1), place(i, j + 1)];
        const level = (shown[j * grid.columns + i]! + shown[(j + 1) * grid.columns + i + 1]!) / 2;
        facets.push({ depth: points.reduce((sum, point) => sum + point[2], 0), points, level });
      }
    }
    facets.sort((a, b) => a.depth - b.depth);
    const night = isDark();
    for (const { points, level } of facets) {
      context.beginPath();
      points.forEach(([x, y], k) => (k === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
      context.closePath();
      context.fillStyle = night ? `hsl(${200 - 25 * level} ${40 + 20 * level}% ${18 + 44 * level}%)` : `hsl(${195 + 8 * (1 - level)} ${55 - 15 * level}% ${88 - 46 * level}%)`;
      context.fill();
      context.strokeStyle = night ? "#ffffff22" : "#00000022";
      context.stroke();
    }
    this.drawPath(context, grid, shown, project);
  }

  private drawPath(context: CanvasRenderingContext2D, grid: Grid, shown: number[], project: (u: number, v: number, z: number) => [number, number, number]): void {
    const look = style(1);
    const points = (grid.path ?? []).map(([a, b]) => {
      const [u, v] = [(a - grid.x[0]) / (grid.x[1] - grid.x[0]), (b - grid.y[0]) / (grid.y[1] - grid.y[0])];
      const z = between(grid, shown, u * (grid.columns - 1), v * (grid.rows - 1));
      return project(2 * u - 1, 2 * v - 1, z - 0.33);
    });
    if (points.length === 0) {
      return;
    }
    context.beginPath();
    points.forEach(([x, y], k) => (k === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.lineWidth = 3;
    context.strokeStyle = look.color;
    context.stroke();
    context.lineWidth = 1;
    const [x, y] = points[points.length - 1]!;
    context.beginPath();
    context.arc(x, y, 6, 0, 2 * Math.PI);
    context.fillStyle = look.color;
    context.fill();
  }

  /** Heights between 0 and 1, by the logarithm where the loss spans decades. */
  private heights(grid: Grid): number[] {
    const values = grid.values.map((value) => value ?? Number.NaN);
    const finite = values.filter(Number.isFinite);
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const log = low > 0 && high / low > 50;
    const scale = (value: number): number => (log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low || 1));
    return values.map((value) => (Number.isFinite(value) ? scale(value) : 1));
  }

  private rotate(turn: number): void {
    this.turn = turn;
    this.draw();
  }

  private listen(): void {
    let from: [number, number, number, number] | null = null;
    this.canvas.addEventListener("pointerdown", (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      from = [event.clientX, event.clientY, this.turn, this.tilt];
    });
    this.canvas.addEventListener("pointermove", (event) => {
      if (from) {
        this.lean(from[3] + (event.clientY - from[1]) / 250);
        this.rotate(from[2] + (event.clientX - from[0]) / 150);
      }
    });
    this.canvas.addEventListener("pointerup", () => (from = null));
    this.canvas.addEventListener("keydown", (event) => {
      const [turn, tilt] = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key] ?? [0, 0];
      if (turn !== 0 || tilt !== 0) {
        event.preventDefault();
        this.lean(this.tilt + tilt!);
        this.rotate(this.turn + turn!);
      }
    });
  }

  /** Tilts, but never as far as the edge. */
  private lean(tilt: number): void {
    this.tilt = Math.min(1.4, Math.max(0.1, tilt));
  }

  private numbers(): { head: string[]; rows: (number | string | null)[][] } {
    const grid = this.grid;
    return {
      head: ["α", "β", t("descent.loss")],
      rows: (grid?.values ?? []).map((value, k) => {
        const [i, j] = [k % grid!.columns, Math.floor(k / grid!.columns)];
        const at = (range: [number, number], n: number, count: number): number => range[0] + ((range[1] - range[0]) * n) / Math.max(1, count - 1);
        return [at(grid!.x, i, grid!.columns), at(grid!.y, j, grid!.rows), value];
      }),
    };
  }
}

/** A height between four of the grid. */
function between(grid: Grid, heights: number[], x: number, y: number): number {
  const [i, j] = [Math.min(Math.max(Math.floor(x), 0), grid.columns - 2), Math.min(Math.max(Math.floor(y), 0), grid.rows - 2)];
  const [a, b] = [Math.min(Math.max(x - i, 0), 1), Math.min(Math.max(y - j, 0), 1)];
  const at = (di: number, dj: number): number => heights[(j + dj) * grid.columns + i + di]!;
  return (1 - b) * ((1 - a) * at(0, 0) + a * at(1, 0)) + b * ((1 - a) * at(0, 1) + a * at(1, 1));
}

define("tw-surface", Surface);
