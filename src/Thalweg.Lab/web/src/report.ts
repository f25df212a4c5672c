import plotStyle from "uplot/dist/uPlot.min.css?inline";
import { themeChanged } from "./components/component.ts";
import { LineChart } from "./components/line-chart.ts";
import { h } from "./dom.ts";
import { useLanguage } from "./i18n/index.ts";
import reportStyle from "./report.css?inline";

/** A chart as a report has it beside its drawing. */
interface ReportChart { title: string; x: string; log: boolean; curves: { name: string; x: number[]; y: (number | null)[] }[] }

/** Puts charts that answer in the places of a report's drawings; what can't run scripts keeps the drawings. */
function enliven(): void {
  useLanguage(document.documentElement.lang);
  document.head.append(h("style", {}, plotStyle, reportStyle));
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-charts]")) {
    const charts = JSON.parse(figure.dataset["charts"]!) as ReportChart[];
    figure.replaceWith(h("div", { class: "pair" }, ...charts.map(({ title, x, log, curves }) => {
      const chart = new LineChart({ title, x, log, height: 260 });
      chart.set(curves.map((curve, style) => ({ ...curve, style })));
      return chart;
    })));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeChanged);
}

enliven();
