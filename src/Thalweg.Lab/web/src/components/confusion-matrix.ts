import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";

/** Which classes were taken for which: a table, shaded by share, with the counts in words. */
export function confusionMatrix(labels: string[], counts: number[][]): HTMLElement {
  return h("figure", { class: "confusion" },
    h("figcaption", {}, t("train.confusion")),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("train.confusion") },
      h("table", {},
        h("thead", {},
          h("tr", {}, h("th", { scope: "col" }, `${t("train.actual")} ↓ ${t("train.predicted")} →`), ...labels.map((label) => h("th", { scope: "col" }, label)))),
        h("tbody", {}, ...counts.map((row, i) => {
          const sum = row.reduce((a, b) => a + b, 0) || 1;
          return h("tr", {}, h("th", { scope: "row" }, labels[i] ?? String(i)), ...row.map((count, j) => {
            const cell = h("td", { class: i === j ? "right" : count > 0 ? "wrong" : "" }, String(count));
            cell.style.setProperty("--share", String(count / sum));
            return cell;
          }));
        })))));
}
