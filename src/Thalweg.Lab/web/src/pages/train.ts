import { LineChart, type Curve } from "../components/line-chart.ts";
import { field, h, select } from "../dom.ts";
import { named, number, t, type Key } from "../i18n/index.ts";
import { api, type RunState, type TrainSettings } from "../net/api.ts";
import { stream } from "../net/stream.ts";
import type { Page } from "../page.ts";
import { findingCard } from "../train/finding-card.ts";
import { lessons, type Lesson } from "../train/lessons.ts";
import { LiveRun } from "../train/live-run.ts";
import { RunResults } from "../train/run-results.ts";
import { settingsFrom, settingsQuery, TrainForm } from "../train/train-form.ts";
import { read, write } from "../url.ts";

/** Networks learn a table, side by side where several are compared. */
export async function trainPage(): Promise<Page> {
  const training = new Training();
  await training.open();
  return { element: training.element, leave: () => training.leave() };
}

class Training {
  private catalog = api.catalog();
  private readonly settings = settingsFrom(read());
  private lives: LiveRun[] = [];
  private waiting = false;
  private layer = 0;
  private readonly form = new TrainForm(this.settings, { changed: () => this.keep(), start: () => void this.start([{ name: "", settings: {} }]), diagnose: () => void this.diagnose(), upload: (file) => void this.upload(file) });
  private readonly error = h("p", { class: "error", role: "alert" });
  private readonly status = h("div", { class: "runs" });
  private readonly loss = new LineChart({ title: t("train.loss"), x: t("descent.epoch"), log: true });
  private readonly metric = new LineChart({ title: t("metric.accuracy"), x: t("descent.epoch") });
  private readonly gradients = new LineChart({ title: t("train.gradients"), x: t("activations.layers"), log: true, whole: true, height: 210 });
  private readonly histogram = new LineChart({ title: t("train.histogram"), x: "φ", height: 210, bars: true });
  private readonly layerChoice = h("div", { class: "row" });
  private readonly charts = h("div", { class: "pair", hidden: true }, this.loss, this.metric, this.gradients, h("div", { class: "stacked" }, this.layerChoice, this.histogram));
  private readonly results = new RunResults();
  private readonly findings = h("section", { class: "findings", "aria-live": "polite" });
  readonly element = h("div", { class: "page train", ondragover: (event: Event) => event.preventDefault(), ondrop: (event: DragEvent) => this.drop(event) },
    h("h1", {}, t("nav.train")), h("p", { class: "intro" }, t("train.intro")),
    h("section", { class: "lessons", "aria-label": t("train.presets") }, h("h2", {}, t("train.presets")), h("div", { class: "cards" }, ...lessons().map((lesson) => this.lesson(lesson)))),
    h("div", { class: "columns" }, this.form.element, h("div", { class: "stage" }, this.error, this.status, this.charts, this.results.element, this.findings)));

  /** Draws the form, and watches the runs that the address names. */
  async open(): Promise<void> {
    this.form.draw(await this.catalog);
    for (const id of (read().get("runs") ?? "").split(",").map(Number).filter((one) => one > 0)) {
      try {
        this.watch(id, (await api.run(id)).name);
      } catch (problem) {
        this.fail(problem);
      }
    }
  }

  leave(): void {
    this.lives.forEach((live) => live.end());
    this.results.show(null);
  }

  /** Says what went wrong where it did: at a field of the form, or above the runs. */
  private fail(problem: unknown): void {
    if (!this.form.refuse(problem)) {
      this.error.textContent = (problem as Error).message;
    }
  }

  private succeed(): void {
    this.error.textContent = "";
    this.form.accept();
  }

  private keep(): void {
    write({ ...settingsQuery(this.settings), runs: this.lives.map((live) => live.id).join(",") });
  }

  private lesson(lesson: Lesson): HTMLElement {
    return h("button", { type: "button", class: "card", onclick: () => void this.start(lesson.runs) },
      h("strong", {}, t(lesson.key)), h("span", {}, t(lesson.text)));
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) {
      void this.upload(file);
    }
  }

  private async upload(file: File): Promise<void> {
    try {
      const data = await api.upload(file);
      this.catalog = api.catalog(true);
      Object.assign(this.settings, { dataset: data.name, target: data.target });
      this.succeed();
      this.form.draw(await this.catalog);
      this.keep();
    } catch (problem) {
      this.fail(problem);
    }
  }

  /** Starts runs that differ from the form in some settings. */
  private async start(runs: { name: string; settings: Partial<TrainSettings> }[]): Promise<void> {
    this.leave();
    this.lives = [];
    this.succeed();
    const { datasets } = await this.catalog;
    for (const run of runs) {
      const wanted: TrainSettings = { ...this.settings, ...run.settings, ...(run.name ? { name: run.name } : {}) };
      if (wanted.dataset !== this.settings.dataset) {
        wanted.target = datasets.find((one) => one.name === wanted.dataset)?.target ?? wanted.target;
      }
      try {
        const { id } = await api.train(wanted);
        this.watch(id, run.name || `${named("dataset", wanted.dataset, wanted.dataset)} ${id}`);
      } catch (problem) {
        this.fail(problem);
        return;
      }
    }
    this.keep();
  }

  private watch(id: number, name: string): void {
    const live = new LiveRun(id, name);
    const endFrames = stream.hear(id, (frame) => { live.hear(frame); this.draw(); }, () => ({ op: "train.watch", run: id, from: live.batches }));
    const endMessages = stream.hearMessages((message) => {
      if (message.op === "state" && message.run === id) {
        if (message.message) {
          this.error.textContent = message.message;
        }
        this.setState(live, message.state as RunState);
      }
    });
    live.end = () => { endFrames(); endMessages(); };
    this.lives.push(live);
    this.charts.hidden = false;
    if (this.lives[0] === live) {
      this.results.show(live);
    }
    stream.send({ op: "train.watch", run: id, from: 0 });
    // How it stands is said by the stream alone: this answer may be older than what was said there.
    void api.run(id).then((details) => { live.details ??= details; this.draw(); }, (problem: unknown) => this.fail(problem));
  }

  private setState(live: LiveRun, state: RunState): void {
    live.state = state;
    this.drawStatus();
    if (!live.isUnderWay && !live.isComplete) {
      void this.finish(live);
    }
  }

  private async finish(live: LiveRun): Promise<void> {
    try {
      live.complete(await api.run(live.id));
      this.draw();
    } catch (problem) {
      this.fail(problem);
    }
  }

  private drawStatus(): void {
    const command = (live: LiveRun, label: Key, op: string): HTMLElement => h("button", { type: "button", onclick: () => stream.send({ op, run: live.id }) }, t(label));
    this.status.replaceChildren(...this.lives.map((live, i) => {
      const last = live.loss[live.loss.length - 1];
      return h("div", { class: `run series-${i}` },
        h("strong", {}, live.name), h("span", { class: "state" }, t(`state.${live.state}`)),
        h("span", {}, last === undefined ? "" : `${t("train.loss")} ${number(last)}`),
        h("span", { class: "left" }, live.state === "running" && Number.isFinite(live.secondsLeft) ? t("train.left", { seconds: number(live.secondsLeft, 2) }) : ""),
        live.state === "running" ? command(live, "common.pause", "train.pause") : live.state === "paused" ? command(live, "common.play", "train.play") : null,
        live.isUnderWay ? command(live, "common.stop", "train.stop") : null,
        live.state === "interrupted" || live.state === "stopped" ? h("button", { type: "button", onclick: () => void this.resume(live) }, t("train.resume")) : null);
    }));
  }

  private async resume(live: LiveRun): Promise<void> {
    try {
      const { id } = await api.resume(live.id);
      live.end();
      this.lives = this.lives.filter((one) => one !== live);
      this.watch(id, live.name);
      this.keep();
    } catch (problem) {
      this.fail(problem);
    }
  }

  /** Draws at most once per frame of the screen. */
  private draw(): void {
    if (this.waiting) {
      return;
    }
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const metric = this.lives.map((live) => live.metricName).find((name) => name !== undefined);
      if (metric) {
        this.metric.heading = named("metric", metric, metric);
      }
      this.loss.set(this.curves("loss", "valLoss", t("train.loss"), t("train.validationLoss")));
      this.metric.set(this.curves("metric", "valMetric", metric ? named("metric", metric, metric) : t("metric.accuracy"), t("train.validationMetric")));
      this.gradients.set(this.lives.map((live, i) => ({ name: live.name, x: live.gradients.map((_, k) => k + 1), y: live.gradients, style: i })));
      this.histogram.set(this.lives.flatMap((live, i) => this.histogramOf(live, i)));
      this.drawLayerChoice();
      this.drawStatus();
    });
  }

  /** One run with its held-out rows, or several beside each other. */
  private curves(what: "loss" | "metric", held: "valLoss" | "valMetric", name: string, heldName: string): Curve[] {
    const only = this.lives.length === 1 ? this.lives[0]! : null;
    return [
      ...this.lives.map((live, i) => ({ name: only ? name : live.name, x: live.epoch, y: live[what], style: i })),
      ...(only && only[held].some((value) => value !== null) ? [{ name: heldName, x: only.epoch, y: only[held], style: 1 }] : []),
    ];
  }

  private histogramOf(live: LiveRun, style: number): Curve[] {
    const values = live.histograms.get(this.layer);
    if (!values || values.length < 3) {
      return [];
    }
    const [low, high, ...counts] = values;
    return [{ name: live.name, x: counts.map((_, k) => low! + ((high! - low!) * (k + 0.5)) / counts.length), y: counts, style }];
  }

  private drawLayerChoice(): void {
    const count = Math.max(1, ...this.lives.map((live) => live.histograms.size));
    if (this.layerChoice.dataset["count"] !== String(count)) {
      this.layerChoice.dataset["count"] = String(count);
      this.layerChoice.replaceChildren(field(t("train.layer"), select(Array.from({ length: count }, (_, i) => ({ value: String(i), text: String(i + 1) })), String(this.layer), (value) => { this.layer = Number(value); this.draw(); })));
    }
  }

  private async diagnose(): Promise<void> {
    this.findings.replaceChildren(h("p", {}, t("train.diagnosing")));
    this.succeed();
    try {
      const answer = await api.diagnose(this.settings);
      const cards = answer.findings.map((finding) => findingCard(finding, (changes) => void this.apply(changes)));
      this.findings.replaceChildren(h("h2", {}, t("train.diagnose")), ...(answer.healthy ? [h("p", { class: "healthy" }, t("train.healthy"))] : cards));
    } catch (problem) {
      this.findings.replaceChildren();
      this.fail(problem);
    }
  }

  private async apply(changes: Partial<TrainSettings>): Promise<void> {
    Object.assign(this.settings, changes);
    this.form.draw(await this.catalog);
    await this.start([{ name: "", settings: {} }]);
  }
}
