import { LineChart } from "../components/line-chart.ts";
import { field, h } from "../dom.ts";
import { date, number, t, type Key } from "../i18n/index.ts";
import { api, type Run } from "../net/api.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

/** All runs that the Lab has kept. */
export async function runsPage(): Promise<Page> {
  let runs = await api.runs();
  let filter = read().get("filter") ?? "";
  const chosen = new Set((read().get("runs") ?? "").split(",").map(Number).filter((id) => id > 0));
  const overlay = new LineChart({ title: t("runs.overlay"), x: t("descent.epoch"), log: true, height: 300 });
  const table = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("nav.runs") });
  const error = h("p", { class: "error", role: "alert" });
  const search = h("input", { type: "search", value: filter, oninput: () => { filter = search.value; keep(); draw(); } });
  const element = h("div", { class: "page" }, h("h1", {}, t("nav.runs")), h("p", { class: "intro" }, t("runs.intro")),
    h("form", { class: "controls row", onsubmit: (event: Event) => event.preventDefault() }, field(t("runs.filter"), search)), error, table, overlay.element);
  draw();
  void curves();

  function keep(): void {
    write({ filter, runs: [...chosen].join(",") });
  }

  function draw(): void {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = runs.filter((run) => words.every((word) => `${run.id} ${run.name} ${run.state} ${run.settings?.dataset ?? ""} ${run.settings?.optimizer ?? ""} ${run.tags.join(" ")}`.toLowerCase().includes(word)));
    if (shown.length === 0) {
      table.replaceChildren(h("p", { class: "empty" }, t("runs.empty")));
      return;
    }
    table.replaceChildren(h("table", { class: "list" },
      h("thead", {}, h("tr", {}, ...["", "№", t("common.name"), t("common.created"), t("common.state"), t("train.dataset"), t("train.optimizer"), t("train.loss"), t("train.metric"), t("runs.tags"), ""].map((head) => (head ? h("th", { scope: "col" }, head) : h("td"))))),
      h("tbody", {}, ...shown.map(row))));
  }

  function row(run: Run): HTMLElement {
    const check = h("input", { type: "checkbox", checked: chosen.has(run.id), "aria-label": t("runs.choose", { name: run.name }), onchange: () => {
      if (check.checked) {
        chosen.add(run.id);
      } else {
        chosen.delete(run.id);
      }
      keep();
      void curves();
    } });
    const tags = h("input", { type: "text", value: run.tags.join(", "), "aria-label": `${t("runs.tags")}: ${run.name}`, title: t("runs.tagsHint"), onchange: () =>
      void attempt(() => api.edit(run.id, { tags: tags.value.split(",").map((tag) => tag.trim()).filter(Boolean) })) });
    const name = h("input", { type: "text", value: run.name, "aria-label": `${t("common.name")} ${run.id}`, onchange: () => void attempt(() => api.edit(run.id, { name: name.value })) });
    return h("tr", {},
      h("td", {}, check), h("td", {}, h("a", { href: `/train?runs=${run.id}`, "data-link": true }, String(run.id))), h("td", {}, name), h("td", {}, date(run.created)),
      h("td", {}, t(`state.${run.state}` as Key)), h("td", {}, run.settings?.dataset ?? ""), h("td", {}, run.settings?.optimizer ?? ""),
      h("td", {}, number(run.summary["loss"])), h("td", {}, number(run.summary["accuracy"])), h("td", {}, tags),
      h("td", { class: "actions" },
        ...(["json", "csv", "html"] as const).map((format) => h("a", { href: `/api/runs/${run.id}/export?format=${format}`, download: `run-${run.id}.${format}`, title: t(({ json: "runs.exportJson", csv: "runs.exportCsv", html: "runs.exportHtml" } as const)[format]) }, format.toUpperCase())),
        run.state === "interrupted" || run.state === "stopped" ? h("button", { type: "button", onclick: () => void attempt(() => api.resume(run.id)) }, t("train.resume")) : null,
        h("button", { type: "button", class: "quiet", "aria-label": `${t("common.delete")} ${run.name}`, onclick: () => { if (confirm(t("runs.confirm"))) { chosen.delete(run.id); void attempt(() => api.remove(run.id)); } } }, t("common.delete"))));
  }

  async function attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      error.textContent = "";
      runs = await api.runs();
      draw();
      await curves();
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  }

  async function curves(): Promise<void> {
    const details = await Promise.all([...chosen].filter((id) => runs.some((run) => run.id === id)).map((id) => api.run(id)));
    overlay.set(details.map((run, i) => ({ name: `${run.id}: ${run.name}`, x: (run.history["loss"] ?? []).map((_, epoch) => epoch), y: run.history["loss"] ?? [], style: i })));
    overlay.element.hidden = details.length === 0;
  }

  return { element, restyle: () => overlay.restyle() };
}
