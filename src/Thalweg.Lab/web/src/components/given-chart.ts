import type { ChartAnswer } from "../net/api.ts";
import { LineChart } from "./line-chart.ts";

/** A chart as the library hands it over. */
export function givenChart(given: ChartAnswer): LineChart {
  const { title, axis, logarithmic, labels, isAxisLogarithmic } = given;
  const chart = new LineChart({ title, x: axis, log: logarithmic, height: 260, labels, logX: isAxisLogarithmic });
  chart.set(given.lines.map((line, style) => ({ ...line, style })));
  return chart;
}
