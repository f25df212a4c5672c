import { LineChart, type Curve } from "../components/line-chart.ts";
import { field, h, keepingFocus, select } from "../dom.ts";
import { date, language, named, number, pair, t } from "../i18n/index.ts";
import { api, type Run, type RunDetails } from "../net/api.ts";
import { Latest } from "../net/latest.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

const Formats = { json: "runs.exportJson", csv: "runs.exportCsv", html: "runs.exportHtml", keras: "runs.exportKeras" } as const;

/** All runs that the Lab has kept. */
export async function runsPage(): Promise<Page> {
  const list = new RunList();
  await list.load();
  return { element: list.element };
}

class RunList {
  private runs: Run[] = [];
  private filter = read().get("filter") ?? "";
  private kind = read().get("kind") ?? "";
  private tag = read().get("tag") ?? "";
  private readonly chosen = new Set((read().get("runs") ?? "").split(",").map(Number).filter((id) => id > 0));
  private readonly overlay = new LineChart({ title: t("runs.overlay"), x: t("descent.epoch"), log: true, height: 300 });
  private readonly choices = h("form", { class: "controls row", onsubmit: (event: Event) => event.preventDefault() });
  private readonly listed = new Latest();
  private readonly overlaid = new Latest();
  private readonly table = h("div", { class: "scroll all", tabindex: 0, role: "region", "aria-label": t("nav.runs") });
  private readonly error = h("p", { class: "error", role: "alert" });
  readonly element = h("div", { class: "page" }, h("h1", {}, t("nav.runs")), h("p", { class: "intro" }, t("runs.intro")), this.choices, this.error, this.table, this.overlay);

  async load(): Promise<void> {
    const runs = await this.listed.of(api.runs());
    if (!runs) {
      return;
    }
    this.runs = runs;
    keepingFocus(this.choices, () => this.drawChoices());
    keepingFocus(this.table, () => this.draw());
    await this.drawCurves();
  }

  private drawChoices(): void {
    const search = h("input", { type: "search", value: this.filter, oninput: () => { this.filter = search.value; this.filtered(); } });
    const tags = [...new Set(this.runs.flatMap((run) => run.tags))].sort();
    this.choices.replaceChildren(
      field(t("runs.filter"), search),
      field(t("runs.kind"), select([{ value: "", text: t("runs.kind.any") }, ...(["train", "descent"] as const).map((kind) => ({ value: kind, text: t(`runs.kind.${kind}`) }))], this.kind, (kind) => { this.kind = kind; this.filtered(); })),
      field(t("runs.tag"), select([{ value: "", text: t("runs.anyTag") }, ...tags], this.tag, (tag) => { this.tag = tag; this.filtered(); })),
      h("a", { class: "button", href: "/api/export", download: "runs.zip" }, t("runs.exportAll")));
  }

  private filtered(): void {
    write({ filter: this.filter, kind: this.kind, tag: this.tag, runs: [...this.chosen].join(",") });
    this.draw();
  }

  private draw(): void {
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = this.runs.filter((run) => (!this.kind || run.kind === this.kind) && (!this.tag || run.tags.includes(this.tag))
      && words.every((word) => `${run.id} ${run.name} ${run.state} ${subject(run)} ${method(run)} ${run.tags.join(" ")}`.toLowerCase().includes(word)));
    if (shown.length === 0) {
      this.table.replaceChildren(h("p", { class: "empty" }, t(this.runs.length === 0 ? "runs.empty" : "runs.none")));
      return;
    }
    const heads = ["", "№", t("common.name"), t("runs.kind"), t("common.created"), t("common.state"), t("runs.what"), t("train.optimizer"), t("train.loss"), t("metric.accuracy"), t("runs.tags"), ""];
    this.table.replaceChildren(h("table", { class: "list" },
      h("thead", {}, h("tr", {}, ...heads.map((head) => (head ? h("th", { scope: "col" }, head) : h("td"))))),
      h("tbody", {}, ...shown.map((run) => this.row(run)))));
  }

  private row(run: Run): HTMLElement {
    const check = h("input", { type: "checkbox", checked: this.chosen.has(run.id), "aria-label": t("runs.choose", { name: run.name }), onchange: () => {
      if (check.checked) {
        this.chosen.add(run.id);
      } else {
        this.chosen.delete(run.id);
      }
      this.filtered();
      void this.drawCurves();
    } });
    const tags = h("input", { type: "text", value: run.tags.join(", "), "aria-label": pair(t("runs.tags"), run.name), title: t("runs.tagsHint"), onchange: () =>
      void this.attempt(() => api.edit(run.id, { tags: tags.value.split(",").map((tag) => tag.trim()).filter(Boolean) })) });
    const name = h("input", { type: "text", value: run.name, "aria-label": `${t("common.name")} ${run.id}`, onchange: () => void this.attempt(() => api.edit(run.id, { name: name.value })) });
    const cells: (HTMLElement | string)[] = [
      check, h("a", { href: address(run), "data-link": true }, String(run.id)), name, t(`runs.kind.${run.kind}`), date(run.created), t(`state.${run.state}`),
      subject(run), method(run), number(run.summary["loss"]), number(run.summary["accuracy"]), tags,
    ];
    return h("tr", {}, ...cells.map((cell) => h("td", {}, cell)), h("td", { class: "actions" }, ...this.actions(run)));
  }

  private actions(run: Run): (HTMLElement | null)[] {
    return [
      ...(Object.keys(Formats) as (keyof typeof Formats)[]).filter((format) => format !== "keras" || run.kind === "train").map((format) =>
        h("a", { href: `/api/runs/${run.id}/export?format=${format}&lang=${language()}`, download: `run-${run.id}.${format}`, title: t(Formats[format]) }, format.toUpperCase())),
      run.state === "interrupted" || run.state === "stopped" ? h("button", { type: "button", onclick: () => void this.attempt(() => api.resume(run.id)) }, t("train.resume")) : null,
      h("button", { type: "button", class: "quiet", "aria-label": `${t("common.delete")} ${run.name}`, onclick: () => {
        if (confirm(t("runs.confirm"))) {
          this.chosen.delete(run.id);
          void this.attempt(() => api.remove(run.id));
        }
      } }, t("common.delete")),
    ];
  }

  private async attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
      this.error.textContent = "";
      await this.load();
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
    }
  }

  private async drawCurves(): Promise<void> {
    const known = [...this.chosen].filter((id) => this.runs.some((run) => run.id === id));
    const runs = await this.overlaid.of(Promise.all(known.map((id) => api.run(id))));
    if (!runs) {
      return;
    }
    const curves = runs.flatMap(lossCurves);
    this.overlay.set(curves.map((curve, style) => ({ ...curve, style })));
    this.overlay.hidden = curves.length === 0;
  }
}

/** A training's loss by epochs, a race's by steps, one curve for each racer. */
function lossCurves(run: RunDetails): Curve[] {
  const name = pair(String(run.id), run.name);
  return Object.entries(run.history).filter(([key]) => key === "loss" || key.startsWith("loss/"))
    .map(([key, y]) => ({ name: key === "loss" ? name : pair(String(run.id), `${t("descent.racer")} ${key.slice("loss/".length)}`), x: y.map((_, i) => i), y }));
}

/** What was descended: a table's loss or a surface. */
const subject = (run: Run): string => (run.kind === "train" ? named("dataset", run.settings.dataset, run.settings.dataset) : named("objective", run.settings.objective, run.settings.objective));

const method = (run: Run): string => (run.kind === "train" ? run.settings.optimizer : run.settings.racers.map((racer) => racer.optimizer).join(" | "));

/** Where the run is shown: a race as it was set up, a training as it went. */
function address(run: Run): string {
  if (run.kind === "train") {
    return `/train?runs=${run.id}`;
  }
  const { objective, start, steps, seed, racers, changes } = run.settings;
  const racer = (one: { optimizer?: string; batchSize?: number; sampling?: string; noise?: number }): string => [one.optimizer, one.batchSize ?? 0, one.sampling ?? "replacement", one.noise ?? 0].join(";");
  return `/descent?${new URLSearchParams({
    objective, start: start.join(","), steps: String(steps), seed: String(seed),
    racers: racers.map(racer).join("|"), changes: (changes ?? []).map((change) => `${change.step};${change.racer};${racer(change)}`).join("|"),
  })}`;
}
