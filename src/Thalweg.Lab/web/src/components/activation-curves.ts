import { field, h, numberInput, select } from "../dom.ts";
import { pair, t } from "../i18n/index.ts";
import { api, type Catalog } from "../net/api.ts";
import { Latest } from "../net/latest.ts";
import { isRecorded } from "../net/recorded.ts";
import { Component, define } from "./component.ts";
import { LineChart } from "./line-chart.ts";

/** `<tw-activation query="name=sigmoid&beside=relu&layers=10">`: an activation with its derivatives, and what a product of derivatives does over many layers. */
export class ActivationCurves extends Component {
  private catalog!: Catalog;
  private name = "sigmoid";
  private beside = "relu";
  private layers = 10;
  private readonly curves = new LineChart({ title: t("activations.function"), x: "x", height: 320 });
  private readonly product = new LineChart({ title: t("activations.product"), x: t("activations.layers"), log: true, whole: true, height: 320 });
  private readonly error = h("p", { class: "error", role: "alert" });
  private readonly summary = h("p", { class: "hint" });
  private readonly asked = new Latest();
  private readonly choices = h("div");

  /** What is shown, as an address has it. */
  get query(): Record<string, string | number> {
    return { name: this.name, beside: this.beside, layers: this.layers };
  }

  protected build(): void {
    this.append(this.choices, this.error, this.summary, h("div", { class: "pair" }, this.curves, this.product));
    void this.open();
  }

  private async open(): Promise<void> {
    try {
      this.catalog = await api.catalog();
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
      return;
    }
    const query = new URLSearchParams(this.getAttribute("query") ?? "");
    const names = this.catalog.activations.map((one) => one.name);
    const known = (name: string | null, otherwise: string): string => (name !== null && names.includes(name) ? name : otherwise);
    this.name = known(query.get("name"), this.name);
    this.beside = known(query.get("beside"), this.beside);
    this.layers = Number(query.get("layers") ?? 0) || this.layers;
    if (!isRecorded()) {
      this.choices.replaceChildren(h("form", { class: "controls row", onsubmit: (event: Event) => event.preventDefault() },
        field(t("activations.function"), select(names, this.name, (name) => { this.name = name; void this.load(); })),
        field(`${t("activations.function")} 2`, select(names, this.beside, (name) => { this.beside = name; void this.load(); })),
        field(t("activations.layers"), numberInput(this.layers, (layers) => { this.layers = layers; void this.load(); }, { min: 1, max: 100, step: 1 }))));
    }
    await this.load();
  }

  private async load(): Promise<void> {
    this.dispatchEvent(new Event("change"));
    this.summary.textContent = this.catalog.activations.find((one) => one.name === this.name)?.summary ?? "";
    try {
      const both = await this.asked.of(Promise.all([this.name, this.beside].map((name) => api.activation(name, this.layers))));
      if (!both) {
        return;
      }
      this.error.textContent = "";
      const first = both[0]!;
      this.curves.set([
        { name: this.name, x: first.x, y: first.y, style: 0 },
        { name: pair(this.name, t("activations.first")), x: first.x, y: first.first, style: 1 },
        { name: pair(this.name, t("activations.second")), x: first.x, y: first.second, style: 2 },
      ]);
      this.product.set(both.flatMap((one, i) => {
        const of = i === 0 ? this.name : this.beside;
        const x = one.product.map((entry) => entry.layers);
        return [
          { name: `${of}, ${t("activations.largest")}`, x, y: one.product.map((entry) => entry.largest), style: 2 * i },
          { name: `${of}, ${t("activations.typical")}`, x, y: one.product.map((entry) => entry.typical), style: 2 * i + 1 },
        ];
      }));
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
    }
  }
}

define("tw-activation", ActivationCurves);
