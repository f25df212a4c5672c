import plotStyle from "uplot/dist/uPlot.min.css?inline";
import { themeChanged } from "./components/component.ts";
import { givenChart } from "./components/given-chart.ts";
import { h } from "./dom.ts";
import { useLanguage } from "./i18n/index.ts";
import type { ChartAnswer } from "./net/api.ts";
import reportStyle from "./report.css?inline";

/** Puts charts that answer in the places of a report's drawings; what can't run scripts keeps the drawings. */
function enliven(): void {
  useLanguage(document.documentElement.lang);
  document.head.append(h("style", {}, plotStyle, reportStyle));
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-charts]")) {
    const charts = JSON.parse(figure.dataset["charts"]!) as ChartAnswer[];
    figure.replaceWith(h("div", { class: "pair" }, ...charts.map(givenChart)));
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeChanged);
}

enliven();
