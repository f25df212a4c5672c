import { LineChart } from "../components/line-chart.ts";
import { field, h, numberInput, select } from "../dom.ts";
import { t } from "../i18n/index.ts";
import { api } from "../net/api.ts";
import { isRecorded } from "../net/recorded.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

/** An activation with its derivatives, and what a product of derivatives does over many layers. */
export async function activationsPage(embedded?: URLSearchParams): Promise<Page> {
  const query = embedded ?? read();
  const catalog = await api.catalog();
  const known = (name: string | null): string | undefined => catalog.activations.find((one) => one.name === name)?.name;
  let name = known(query.get("name")) ?? known("sigmoid") ?? catalog.activations[0]!.name;
  let other = known(query.get("beside")) ?? "relu";
  let layers = Number(query.get("layers") ?? 10);
  const curves = new LineChart({ title: t("activations.function"), x: "x", height: 320 });
  const product = new LineChart({ title: t("activations.product"), x: t("activations.layers"), log: true, whole: true, height: 320 });
  const error = h("p", { class: "error", role: "alert" });
  const summary = h("p", { class: "hint" });
  const names = catalog.activations.map((one) => one.name);
  const element = h("div", { class: "page" },
    ...(embedded ? [] : [h("h1", {}, t("nav.activations")), h("p", { class: "intro" }, t("activations.intro"))]),
    isRecorded() ? null : h("form", { class: "controls row", onsubmit: (event: Event) => event.preventDefault() },
      field(t("activations.function"), select(names, name, (value) => { name = value; void load(); })),
      field(`${t("activations.function")} 2`, select(names, other, (value) => { other = value; void load(); })),
      field(t("activations.layers"), numberInput(layers, (value) => { layers = value; void load(); }, { min: 1, max: 100, step: 1 }))),
    error, summary, h("div", { class: "pair" }, curves.element, product.element));
  await load();

  async function load(): Promise<void> {
    if (!embedded) {
      write({ name, beside: other, layers });
    }
    summary.textContent = catalog.activations.find((one) => one.name === name)?.summary ?? "";
    try {
      const [first, second] = await Promise.all([api.activation(name, layers), api.activation(other, layers)]);
      error.textContent = "";
      curves.set([
        { name, x: first.x, y: first.y, style: 0 },
        { name: `${name}: ${t("activations.first")}`, x: first.x, y: first.first, style: 1 },
        { name: `${name}: ${t("activations.second")}`, x: first.x, y: first.second, style: 2 },
      ]);
      product.set([first, second].flatMap((one, i) => {
        const of = i === 0 ? name : other;
        const x = one.product.map((entry) => entry.layers);
        return [
          { name: `${of}, ${t("activations.largest")}`, x, y: one.product.map((entry) => entry.largest), style: 2 * i },
          { name: `${of}, ${t("activations.typical")}`, x, y: one.product.map((entry) => entry.typical), style: 2 * i + 1 },
        ];
      }));
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  }

  return { element, restyle: () => { curves.restyle(); product.restyle(); } };
}
