import type { ActivationCurves } from "../components/activation-curves.ts";
import "../components/activation-curves.ts";
import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

/** An activation with its derivatives, and what a product of derivatives does over many layers. */
export async function activationsPage(): Promise<Page> {
  const curves = h("tw-activation", { query: read().toString(), onchange: () => write(curves.query) }) as ActivationCurves;
  return { element: h("div", { class: "page" }, h("h1", {}, t("nav.activations")), h("p", { class: "intro" }, t("activations.intro")), curves) };
}
