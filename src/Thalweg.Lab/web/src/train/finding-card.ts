import { givenChart } from "../components/given-chart.ts";
import { h } from "../dom.ts";
import { number, pair, t } from "../i18n/index.ts";
import type { Finding, TrainSettings } from "../net/api.ts";

/** A fault that was found: its numbers, its remedy, what the remedy changed, and a button that applies it in a new run. */
export function findingCard(finding: Finding, apply: (changes: Partial<TrainSettings>) => void): HTMLElement {
  const { changes } = finding;
  return h("article", { class: `finding ${finding.severity}` },
    h("h3", {}, pair(t(`severity.${finding.severity}`), finding.summary)),
    givenChart(finding.chart),
    h("ul", { class: "evidence" }, ...finding.measurements.map((one) => h("li", {}, pair(one.name, number(one.value))))),
    h("p", {}, h("strong", {}, `${t("train.remedyIs")} `), finding.remedy),
    finding.effect ? h("p", {}, pair(t("train.effect"), finding.effect)) : null,
    changes ? h("button", { type: "button", onclick: () => apply(changes) }, t("train.remedy")) : null);
}
