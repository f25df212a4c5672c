import { ContourMap } from "../components/contour-map.ts";
import { LineChart } from "../components/line-chart.ts";
import { Surface } from "../components/surface.ts";
import { field, h, numberInput, select } from "../dom.ts";
import { percent, t } from "../i18n/index.ts";
import { api, type Landscape } from "../net/api.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

/** The loss around the weights of a trained network. */
export async function landscapePage(): Promise<Page> {
  const runs = (await api.runs()).filter((run) => run.kind === "train" && run.state !== "failed");
  const page = h("div", { class: "page" }, h("h1", {}, t("nav.landscape")), h("p", { class: "intro" }, t("landscape.intro")));
  if (runs.length === 0) {
    page.append(h("p", { class: "empty" }, t("landscape.noRuns"), " ", h("a", { href: "/train", "data-link": true }, t("nav.train"))));
    return { element: page };
  }
  const query = read();
  let id = Number(query.get("run") ?? runs[0]!.id);
  let kind = query.get("kind") ?? "path";
  let span = Number(query.get("span") ?? 1);
  let seed = Number(query.get("seed") ?? 0);
  const map = new ContourMap(t("landscape.contours"));
  const surface = new Surface(t("landscape.surface"));
  const slice = new LineChart({ title: t("landscape.slice"), x: "α", height: 320 });
  const distance = new LineChart({ title: t("landscape.distance"), x: t("descent.epoch"), height: 200 });
  const explained = h("p", { class: "facts" });
  const error = h("p", { class: "error", role: "alert" });
  const view = h("div", { class: "stage" });
  const compute = h("button", { type: "submit", class: "primary" }, t("landscape.compute"));
  page.append(
    h("form", { class: "controls row", onsubmit: (event: Event) => { event.preventDefault(); void load(); } },
      field(t("landscape.run"), select(runs.map((run) => ({ value: String(run.id), text: `${run.id}: ${run.name}` })), String(id), (value) => { id = Number(value); void load(); })),
      field(t("landscape.kind"), select([{ value: "path", text: t("landscape.path") }, { value: "plane", text: t("landscape.plane") }, { value: "slice", text: t("landscape.slice") }], kind, (value) => { kind = value; void load(); })),
      field(t("landscape.span"), numberInput(span, (value) => { span = value; }, { min: 0.01, max: 100 })),
      field(t("common.seed"), numberInput(seed, (value) => { seed = value; }, { min: 0, step: 1 })), compute),
    error, explained, view);
  let last: Landscape | null = null;
  void load();

  async function load(): Promise<void> {
    write({ run: id, kind, span, seed });
    compute.disabled = true;
    error.textContent = "";
    try {
      const flat = kind === "slice";
      last = await api.landscape(id, { kind, columns: flat ? 161 : 45, rows: flat ? 1 : 45, span, seed });
      show(last);
    } catch (problem) {
      error.textContent = (problem as Error).message;
    } finally {
      compute.disabled = false;
    }
  }

  function show(landscape: Landscape): void {
    explained.textContent = landscape.explained ? t("landscape.explained", { first: percent(landscape.explained[0]), second: percent(landscape.explained[1]) }) : "";
    if (landscape.rows <= 1) {
      view.replaceChildren(slice.element);
      const x = landscape.values.map((_, i) => landscape.x[0] + ((landscape.x[1] - landscape.x[0]) * i) / (landscape.columns - 1));
      slice.set([{ name: t("descent.loss"), x, y: landscape.values }]);
      return;
    }
    view.replaceChildren(h("div", { class: "pair" }, map.element, surface.element), ...(landscape.distance.length > 0 ? [distance.element] : []));
    map.setField(landscape, landscape.path.length > 0 ? [landscape.path[landscape.path.length - 1]!] : [[0, 0]]);
    map.setPaths(landscape.path.length > 0 ? [{ name: t("landscape.path"), points: landscape.path.flat(), style: 1 }] : []);
    surface.set(landscape);
    distance.set([{ name: t("landscape.distance"), x: landscape.distance.map((_, i) => i), y: landscape.distance }]);
  }

  return { element: page, restyle: () => { if (last) { show(last); } slice.restyle(); distance.restyle(); } };
}
