import { ContourMap } from "../components/contour-map.ts";
import { LineChart } from "../components/line-chart.ts";
import { Surface } from "../components/surface.ts";
import { field, h, numberInput, select } from "../dom.ts";
import { pair, percent, t } from "../i18n/index.ts";
import { api, type Landscape, type Run } from "../net/api.ts";
import { Latest } from "../net/latest.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

const PlanePoints = 45;
const SlicePoints = 161;

/** The loss around the weights of a trained network. */
export async function landscapePage(): Promise<Page> {
  const runs = (await api.runs()).filter((run) => run.kind === "train" && run.state !== "failed");
  return { element: h("div", { class: "page" }, h("h1", {}, t("nav.landscape")), h("p", { class: "intro" }, t("landscape.intro")),
    ...(runs.length > 0 ? new LandscapeView(runs).parts : [h("p", { class: "empty" }, t("landscape.noRuns"), " ", h("a", { href: "/train", "data-link": true }, t("nav.train")))])) };
}

class LandscapeView {
  private readonly query = read();
  private id: number;
  private kind = this.query.get("kind") ?? "path";
  private span = Number(this.query.get("span") ?? 0) || 1;
  private seed = Number(this.query.get("seed") ?? 0) || 0;
  private weight = Number(this.query.get("weight") ?? 0) || 0;
  private readonly map = new ContourMap(t("landscape.contours"));
  private readonly surface = new Surface(t("landscape.surface"));
  private readonly slice = new LineChart({ title: t("landscape.slice"), x: t("book.slice.x"), height: 320 });
  private readonly distance = new LineChart({ title: t("landscape.distance"), x: t("descent.epoch"), height: 200 });
  private readonly explained = h("p", { class: "facts" });
  private readonly error = h("p", { class: "error", role: "alert" });
  private readonly view = h("div", { class: "stage" });
  private readonly compute = h("button", { type: "submit", class: "primary" }, t("landscape.compute"));
  private readonly asked = new Latest();
  private readonly special = h("div");
  readonly parts: HTMLElement[];

  constructor(runs: Run[]) {
    this.id = Number(this.query.get("run") ?? runs[0]!.id);
    this.parts = [
      h("form", { class: "controls row", onsubmit: (event: Event) => { event.preventDefault(); void this.load(); } },
        field(t("landscape.run"), select(runs.map((run) => ({ value: String(run.id), text: pair(String(run.id), run.name) })), String(this.id), (value) => { this.id = Number(value); void this.load(); })),
        field(t("landscape.kind"), select([{ value: "path", text: t("landscape.path") }, { value: "plane", text: t("landscape.plane") }, { value: "slice", text: t("landscape.slice") }], this.kind, (value) => {
          this.kind = value;
          this.drawSpecial();
          void this.load();
        })),
        field(t("landscape.span"), numberInput(this.span, (value) => { this.span = value; }, { min: 0.01, max: 100 })),
        this.special, this.compute),
      this.error, this.explained, this.view,
    ];
    this.drawSpecial();
    void this.load();
  }

  /** What one kind of view alone needs: a slice its weight, a plane the seed of its directions. */
  private drawSpecial(): void {
    this.special.replaceChildren(...(this.kind === "slice" ? [field(t("landscape.weight"), numberInput(this.weight, (value) => { this.weight = value; }, { min: 0, step: 1 }))]
      : this.kind === "plane" ? [field(t("common.seed"), numberInput(this.seed, (value) => { this.seed = value; }, { min: 0, step: 1 }))] : []));
  }

  private async load(): Promise<void> {
    const { id, kind, span, seed, weight } = this;
    const flat = kind === "slice";
    write({ run: id, kind, span, seed: kind === "plane" ? seed : undefined, weight: flat ? weight : undefined });
    this.compute.disabled = true;
    this.error.textContent = "";
    try {
      const landscape = await this.asked.of(api.landscape(id, { kind, columns: flat ? SlicePoints : PlanePoints, rows: flat ? 1 : PlanePoints, span, seed, weight }));
      if (!landscape) {
        return;
      }
      this.show(landscape);
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
    }
    this.compute.disabled = false;
  }

  private show(landscape: Landscape): void {
    this.explained.textContent = landscape.explained ? t("landscape.explained", { first: percent(landscape.explained[0]), second: percent(landscape.explained[1]) }) : "";
    if (landscape.rows <= 1) {
      this.view.replaceChildren(this.slice);
      this.slice.heading = t("landscape.slice.at", { weight: landscape.weight ?? "" });
      const x = landscape.values.map((_, i) => landscape.x[0] + ((landscape.x[1] - landscape.x[0]) * i) / (landscape.columns - 1));
      this.slice.set([{ name: t("descent.loss"), x, y: landscape.values }]);
      return;
    }
    const { path, distance } = landscape;
    this.view.replaceChildren(h("div", { class: "pair" }, this.map, this.surface), ...(distance.length > 0 ? [this.distance] : []));
    this.map.setField(landscape, path.length > 0 ? [path[path.length - 1]!] : [[0, 0]]);
    this.map.setPaths(path.length > 0 ? [{ name: t("landscape.path"), points: path.flat(), style: 1 }] : []);
    this.surface.set(landscape);
    this.distance.set([{ name: t("landscape.distance"), x: distance.map((_, i) => i), y: distance }]);
  }
}
