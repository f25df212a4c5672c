import { h } from "../dom.ts";
import { t } from "../i18n/index.ts";
import type { Page } from "../page.ts";
import "../race/race.ts";
import type { Race } from "../race/race.ts";
import { read, write } from "../url.ts";

/** Optimisers race down a surface from one start. */
export async function descentPage(): Promise<Page> {
  const race = h("tw-race", { query: read().toString(), onchange: () => write(race.query) }) as Race;
  return { element: h("div", { class: "page descent" }, h("h1", {}, t("nav.descent")), h("p", { class: "intro" }, t("descent.intro")), race) };
}
