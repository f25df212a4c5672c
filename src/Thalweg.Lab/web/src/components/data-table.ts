import { h } from "../dom.ts";
import { number, pair, t } from "../i18n/index.ts";

/** The numbers behind a chart, folded away until somebody wants them. */
export class DataTable {
  readonly element = h("details", { class: "numbers" });
  private readonly body = h("div", { class: "scroll", tabindex: 0, role: "group" });
  private rows: () => { head: string[]; rows: (number | string | null)[][] };

  constructor(label: string, rows: () => { head: string[]; rows: (number | string | null)[][] }) {
    this.rows = rows;
    this.body.setAttribute("aria-label", pair(t("common.table"), label));
    this.element.append(h("summary", {}, t("common.table")), this.body);
    this.element.addEventListener("toggle", () => this.refresh());
  }

  /** Writes the table anew where it is open. */
  refresh(): void {
    if (!this.element.open) {
      return;
    }
    const { head, rows } = this.rows();
    // What matters most is at the end; a page of it is enough to read, the export has all.
    const shown = rows.slice(-200);
    this.body.replaceChildren(
      h("table", {},
        h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, ...shown.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, typeof cell === "number" ? number(cell, 6) : (cell ?? "–"))))))));
  }
}
