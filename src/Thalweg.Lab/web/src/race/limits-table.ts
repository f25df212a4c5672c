import { h } from "../dom.ts";
import { number, t } from "../i18n/index.ts";
import type { Limits } from "./trace.ts";

/** What each racer's rule bears at the optimum: by theory and by trial, beside the learning rate in use. Nothing where nobody knows. */
export function limitsTable(racers: { name: string; limits: Limits | null; rate: number | undefined }[]): HTMLElement[] {
  const known = racers.filter((racer) => racer.limits && (Number.isFinite(racer.limits.theory) || Number.isFinite(racer.limits.measured)));
  if (known.length === 0) {
    return [];
  }
  const verdict = (limits: Limits, rate: number | undefined): string => {
    const limit = Number.isFinite(limits.measured) ? limits.measured : limits.theory;
    return rate === undefined ? "–" : rate < limit ? t("limits.stable") : t("limits.unstable");
  };
  return [h("div", { class: "scroll limits", tabindex: 0, role: "group", "aria-label": t("limits.title") },
    h("table", { class: "list" },
      h("caption", {}, t("limits.title"), h("small", {}, ` ${t("limits.text", { curvature: number(known[0]!.limits!.curvature) })}${known.some(({ limits }) => isTiny(limits!)) ? ` ${t("limits.adaptive")}` : ""}`)),
      h("thead", {}, h("tr", {}, ...[t("descent.racer"), t("descent.learningRate"), t("limits.theory"), t("limits.measured"), t("common.state")].map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...known.map(({ name, limits, rate }) => h("tr", {},
        h("th", { scope: "row" }, name), h("td", {}, number(rate)), h("td", {}, number(limits!.theory)), h("td", {}, number(limits!.measured)), h("td", {}, verdict(limits!, rate)))))))];
}

/** Far below that of gradient descent, as it is for rules that divide by gradients which have died away. */
const isTiny = (limits: Limits): boolean => limits.theory < 0.001 * (2 / limits.curvature);
