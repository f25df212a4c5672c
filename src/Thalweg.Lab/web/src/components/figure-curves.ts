import { h } from "../dom.ts";
import { t, text, type Key } from "../i18n/index.ts";
import { api } from "../net/api.ts";
import { Component, define } from "./component.ts";
import { LineChart } from "./line-chart.ts";

const Axes: Record<string, Key> = { slice: "book.slice.x", vanishing: "activations.layers", standardized: "descent.epoch", adam: "descent.position" };

/** `<tw-curves query="slice">`: curves of the book that the library computes when they are looked at. */
export class FigureCurves extends Component {
  protected build(): void {
    const name = this.getAttribute("query") ?? "";
    const key = `book.${name}`;
    void api.figure(name).then(({ log, curves }) => {
      const chart = new LineChart({ title: text(key), x: t(Axes[name] ?? "descent.position"), log, height: 320, whole: name !== "slice" });
      this.replaceChildren(chart);
      chart.set(curves.map((curve, style) => ({ name: text(`${key}.${curve.name}`, text(`lesson.scaling.${curve.name}`, curve.name)), x: curve.x, y: curve.y, style })));
    }, (problem: unknown) => this.replaceChildren(h("p", { class: "error", role: "alert" }, (problem as Error).message)));
  }
}

define("tw-curves", FigureCurves);
