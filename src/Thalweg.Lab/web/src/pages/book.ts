import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";
import type { Page } from "../page.ts";

export async function bookPage(): Promise<Page> {
  return { element: h("div", { class: "page" }, h("h1", {}, t("nav.book"))) };
}
