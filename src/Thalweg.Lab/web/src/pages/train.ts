import { confusionMatrix } from "../components/confusion-matrix.ts";
import { ContourMap } from "../components/contour-map.ts";
import { LineChart } from "../components/line-chart.ts";
import { field, h, numberInput, select } from "../dom.ts";
import { number, t, type Key } from "../i18n/index.ts";
import { api, type Dataset, type Finding, type RunDetails, type RunState, type TrainSettings } from "../net/api.ts";
import { Kind, type Frame } from "../net/frames.ts";
import { stream } from "../net/stream.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

interface Lesson { key: Key; text: Key; settings: Partial<TrainSettings>[]; names: string[] }

const lessons: Lesson[] = [
  { key: "train.preset.scaling", text: "train.preset.scaling.text", names: ["raw", "standardised"],
    settings: [{ dataset: "iris", layers: "256,256,256", standardize: false, epochs: 100, batchSize: 30 }, { dataset: "iris", layers: "256,256,256", standardize: true, epochs: 100, batchSize: 30 }] },
  { key: "train.preset.vanishing", text: "train.preset.vanishing.text", names: ["sigmoid", "relu"],
    settings: [{ dataset: "iris", layers: "16,16,16,16,16,16,16,16", activation: "sigmoid" }, { dataset: "iris", layers: "16,16,16,16,16,16,16,16", activation: "relu", initializer: "he_normal" }] },
  { key: "train.preset.rate", text: "train.preset.rate.text", names: ["0.001", "0.1", "10"],
    settings: ["0.001", "0.1", "10"].map((rate) => ({ dataset: "wine", layers: "32", optimizer: `sgd(learning_rate=${rate})` })) },
];

/** One run on the page: what it has shown so far. */
class Live {
  readonly batch: number[] = [];
  readonly epochs: { epoch: number[]; loss: (number | null)[]; metric: (number | null)[]; valLoss: (number | null)[]; valMetric: (number | null)[] } = { epoch: [], loss: [], metric: [], valLoss: [], valMetric: [] };
  gradients: number[] = [];
  readonly histograms = new Map<number, number[]>();
  secondsLeft = Number.NaN;
  state: RunState = "running";
  details: RunDetails | null = null;
  end = (): void => {};
  readonly id: number;
  name: string;

  constructor(id: number, name: string) {
    this.id = id;
    this.name = name;
  }

  hear(frame: Frame): void {
    const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
    switch (frame.kind) {
      case Kind.BatchLoss:
        frame.values.forEach((value, i) => (this.batch[frame.step + i] = value));
        break;
      case Kind.Epoch:
        for (let i = 0; i + 6 <= frame.values.length; i += 6) {
          const [epoch, loss, metric, valLoss, valMetric, left] = frame.values.subarray(i, i + 6);
          const at = Math.round(epoch!);
          this.epochs.epoch[at] = at;
          this.epochs.loss[at] = finite(loss);
          this.epochs.metric[at] = finite(metric);
          this.epochs.valLoss[at] = finite(valLoss);
          this.epochs.valMetric[at] = finite(valMetric);
          this.secondsLeft = left!;
        }
        break;
      case Kind.GradientNorms:
        this.gradients = [...frame.values];
        break;
      case Kind.Histogram:
        this.histograms.set(frame.series, [...frame.values]);
        break;
    }
  }
}

export async function trainPage(): Promise<Page> {
  let catalog = await api.catalog();
  const query = read();
  const settings: TrainSettings = {
    dataset: query.get("dataset") ?? "iris", target: query.get("target") ?? "", layers: query.get("layers") ?? "64,64", activation: query.get("activation") ?? "relu",
    initializer: query.get("initializer") ?? "glorot_uniform", optimizer: query.get("optimizer") ?? "adam", schedule: query.get("schedule") ?? "",
    epochs: Number(query.get("epochs") ?? 60), batchSize: Number(query.get("batch") ?? 30), standardize: query.get("standardize") !== "false",
    validation: Number(query.get("validation") ?? 0.2), seed: Number(query.get("seed") ?? 0),
  };
  let lives: Live[] = [];
  let waiting = false;

  const form = h("form", { class: "controls", onsubmit: (event: Event) => { event.preventDefault(); void start([{}], [""]); } });
  const error = h("p", { class: "error", role: "alert" });
  const preview = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("train.dataset") });
  const status = h("div", { class: "runs" });
  const loss = new LineChart({ title: t("train.loss"), x: t("descent.epoch"), log: true });
  const metric = new LineChart({ title: t("train.metric"), x: t("descent.epoch") });
  const gradients = new LineChart({ title: t("train.gradients"), x: t("activations.layers"), log: true, whole: true, height: 210 });
  const histogram = new LineChart({ title: t("train.histogram"), x: "φ", height: 210, bars: true });
  let layer = 0;
  const layerChoice = h("div", { class: "row" });
  const drawLayers = (): void => {
    const count = Math.max(1, ...lives.map((live) => live.histograms.size));
    if (layerChoice.childElementCount === 0 || layerChoice.dataset["count"] !== String(count)) {
      layerChoice.dataset["count"] = String(count);
      layerChoice.replaceChildren(field(t("train.layer"), select(Array.from({ length: count }, (_, i) => ({ value: String(i), text: String(i + 1) })), String(layer), (value) => { layer = Number(value); draw(); })));
    }
  };
  const after = h("div", { class: "after" });
  const findings = h("section", { class: "findings", "aria-live": "polite" });
  const stage = h("div", { class: "stage" }, error, status,
    h("div", { class: "pair" }, loss.element, metric.element, gradients.element, h("div", { class: "stacked" }, layerChoice, histogram.element)), after, findings);
  const drop = h("div", { class: "page train" },
    h("h1", {}, t("nav.train")), h("p", { class: "intro" }, t("train.intro")),
    h("section", { class: "lessons", "aria-label": t("train.presets") }, h("h2", {}, t("train.presets")), h("div", { class: "cards" }, ...lessons.map((lesson) =>
      h("button", { type: "button", class: "card", onclick: () => void start(lesson.settings, lesson.names) }, h("strong", {}, t(lesson.key)), h("span", {}, t(lesson.text)))))),
    h("div", { class: "columns" }, form, stage));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) {
      void upload(file);
    }
  });

  drawForm();
  const old = (query.get("runs") ?? "").split(",").map(Number).filter((id) => id > 0);
  for (const id of old) {
    try {
      watch(id, (await api.run(id)).name);
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  }

  function chosen(): Dataset | undefined {
    return catalog.datasets.find((one) => one.name === settings.dataset) ?? catalog.datasets[0];
  }

  function drawForm(): void {
    const data = chosen();
    if (data && (!settings.target || !data.columns.some((column) => column.name === settings.target))) {
      settings.target = data.target;
    }
    const text = (value: string, onchange: (value: string) => void, pattern?: string): HTMLInputElement => {
      const input = h("input", { type: "text", value, pattern, spellcheck: "false", onchange: () => { if (input.checkValidity()) { onchange(input.value); } else { input.reportValidity(); } } });
      return input;
    };
    const file = h("input", { type: "file", accept: ".csv,text/csv", onchange: () => { if (file.files?.[0]) { void upload(file.files[0]); } } });
    const standardize = h("input", { type: "checkbox", checked: settings.standardize, onchange: () => { settings.standardize = standardize.checked; keep(); } });
    const list = h("datalist", { id: "optimizers" }, ...catalog.optimizers.map((one) => h("option", { value: one.name })));
    const optimizer = text(settings.optimizer, (value) => { settings.optimizer = value; keep(); });
    optimizer.setAttribute("list", "optimizers");
    form.replaceChildren(
      field(t("train.dataset"), select(catalog.datasets.map((one) => ({ value: one.name, text: `${one.name} (${one.rows} ${t("common.rows")})` })), settings.dataset, (value) => { settings.dataset = value; settings.target = ""; drawForm(); keep(); })),
      field(t("train.upload"), file),
      data ? field(t("train.target"), select(data.columns.map((column) => column.name), settings.target, (value) => { settings.target = value; keep(); })) : h("span"),
      field(t("train.layers"), text(settings.layers, (value) => { settings.layers = value; keep(); }, "\\s*\\d+(\\s*,\\s*\\d+)*\\s*"), t("train.layersHint")),
      field(t("train.activation"), select(catalog.activations.map((one) => one.name), settings.activation, (value) => { settings.activation = value; keep(); })),
      field(t("train.initializer"), select(catalog.initializers.map((one) => one.name), settings.initializer, (value) => { settings.initializer = value; keep(); })),
      field(t("train.optimizer"), optimizer), list,
      field(t("train.schedule"), select([{ value: "", text: t("common.none") }, ...catalog.schedules.map((one) => ({ value: one.name, text: one.name }))], settings.schedule, (value) => { settings.schedule = value; keep(); })),
      field(t("train.epochs"), numberInput(settings.epochs, (value) => { settings.epochs = value; keep(); }, { min: 1, max: 5000, step: 1 })),
      field(t("train.batch"), numberInput(settings.batchSize, (value) => { settings.batchSize = value; keep(); }, { min: 1, step: 1 })),
      field(t("train.validation"), numberInput(settings.validation, (value) => { settings.validation = value; keep(); }, { min: 0, max: 0.9 })),
      field(t("common.seed"), numberInput(settings.seed, (value) => { settings.seed = value; keep(); }, { min: 0, step: 1 })),
      h("label", { class: "check" }, standardize, t("train.standardize")),
      h("div", { class: "buttons" },
        h("button", { type: "submit", class: "primary" }, t("train.start")),
        h("button", { type: "button", onclick: () => void diagnose() }, t("train.diagnose"))),
      preview);
    void showPreview();
  }

  async function showPreview(): Promise<void> {
    try {
      const data = await api.dataset(settings.dataset);
      preview.replaceChildren(h("table", { class: "preview" },
        h("thead", {}, h("tr", {}, ...data.columns.map((column) => h("th", { scope: "col" }, column.name, h("small", {}, column.kind))))),
        h("tbody", {}, ...(data.preview ?? []).slice(0, 5).map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell ?? "–")))))));
    } catch (problem) {
      preview.textContent = (problem as Error).message;
    }
  }

  async function upload(file: File): Promise<void> {
    try {
      const data = await api.upload(file);
      catalog = await api.catalog(true);
      settings.dataset = data.name;
      settings.target = data.target;
      error.textContent = "";
      drawForm();
      keep();
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  }

  function keep(): void {
    write({
      dataset: settings.dataset, target: settings.target, layers: settings.layers, activation: settings.activation, initializer: settings.initializer, optimizer: settings.optimizer,
      schedule: settings.schedule, epochs: settings.epochs, batch: settings.batchSize, standardize: settings.standardize, validation: settings.validation, seed: settings.seed,
      runs: lives.map((live) => live.id).join(","),
    });
  }

  async function start(changes: Partial<TrainSettings>[], names: string[]): Promise<void> {
    for (const live of lives) {
      live.end();
    }
    lives = [];
    error.textContent = "";
    after.replaceChildren();
    for (const [i, change] of changes.entries()) {
      const wanted: TrainSettings = { ...settings, ...change };
      if (change.dataset && change.dataset !== settings.dataset) {
        wanted.target = catalog.datasets.find((one) => one.name === change.dataset)?.target ?? wanted.target;
      }
      if (names[i]) {
        wanted.name = names[i];
      }
      try {
        const { id } = await api.train(wanted);
        watch(id, names[i] || `${wanted.dataset} ${id}`);
      } catch (problem) {
        error.textContent = (problem as Error).message;
        return;
      }
    }
    keep();
  }

  function watch(id: number, name: string): void {
    const live = new Live(id, name);
    const end = stream.hear(id, (frame) => { live.hear(frame); draw(); }, () => ({ op: "train.watch", run: id, from: live.batch.length }));
    const endMessages = stream.hearMessages((message) => {
      if (message.op === "state" && message.run === id) {
        live.state = message.state as RunState;
        if (message.message) {
          error.textContent = message.message;
        }
        drawStatus();
        if (live.state !== "running" && live.state !== "paused") {
          void finish(live);
        }
      }
    });
    live.end = () => { end(); endMessages(); };
    lives.push(live);
    stream.send({ op: "train.watch", run: id, from: 0 });
    drawStatus();
    void api.run(id).then((details) => {
      live.details = details;
      live.state = details.state;
      drawStatus();
      if (details.state !== "running" && details.state !== "paused") {
        void finish(live);
      }
    });
  }

  function drawStatus(): void {
    status.replaceChildren(...lives.map((live, i) => {
      const left = live.state === "running" && Number.isFinite(live.secondsLeft) ? t("train.left", { seconds: number(live.secondsLeft, 2) }) : "";
      const act = (text: Key, op: string): HTMLElement => h("button", { type: "button", onclick: () => stream.send({ op, run: live.id }) }, t(text));
      const lastLoss = live.epochs.loss[live.epochs.loss.length - 1];
      return h("div", { class: `run series-${i}` },
        h("strong", {}, live.name), h("span", { class: "state" }, t(`state.${live.state}` as Key)),
        h("span", {}, lastLoss === undefined ? "" : `${t("train.loss")} ${number(lastLoss)}`), h("span", { class: "left" }, left),
        live.state === "running" ? act("common.pause", "train.pause") : live.state === "paused" ? act("common.play", "train.play") : null,
        live.state === "running" || live.state === "paused" ? act("common.stop", "train.stop") : null,
        live.state === "interrupted" || live.state === "stopped" ? h("button", { type: "button", onclick: () => void api.resume(live.id).then(({ id }) => watch(id, live.name)) }, t("train.resume")) : null);
    }));
  }

  function draw(): void {
    if (waiting) {
      return;
    }
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const curve = (live: Live, key: "loss" | "metric" | "valLoss" | "valMetric", name: string, style: number): { name: string; x: number[]; y: (number | null)[]; style: number } => ({ name, x: live.epochs.epoch, y: live.epochs[key], style });
      const several = lives.length > 1;
      loss.set(lives.flatMap((live, i) => [
        curve(live, "loss", several ? live.name : t("train.loss"), i),
        ...(live.epochs.valLoss.some((value) => value !== null) && !several ? [curve(live, "valLoss", t("train.validationLoss"), i + 1)] : [])]));
      metric.set(lives.flatMap((live, i) => [
        curve(live, "metric", several ? live.name : t("train.metric"), i),
        ...(live.epochs.valMetric.some((value) => value !== null) && !several ? [curve(live, "valMetric", t("train.validationMetric"), i + 1)] : [])]));
      gradients.set(lives.map((live, i) => ({ name: live.name, x: live.gradients.map((_, k) => k + 1), y: live.gradients, style: i })));
      histogram.set(lives.flatMap((live, i) => {
        const values = live.histograms.get(layer);
        if (!values || values.length < 3) {
          return [];
        }
        const [lo, hi, ...counts] = values;
        return [{ name: live.name, x: counts.map((_, k) => lo! + ((hi! - lo!) * (k + 0.5)) / counts.length), y: counts, style: i }];
      }));
      drawLayers();
      drawStatus();
    });
  }

  async function finish(live: Live): Promise<void> {
    try {
      const details = await api.run(live.id);
      live.details = details;
      // What the stream had no time for is in the history.
      const history = details.history;
      const names = Object.keys(history);
      const metricName = names.find((name) => name !== "loss" && !name.startsWith("val_"));
      const fill = (to: (number | null)[], from: (number | null)[] | undefined): void => from?.forEach((value, i) => (to[i] = value));
      fill(live.epochs.loss, history["loss"]);
      fill(live.epochs.metric, metricName ? history[metricName] : undefined);
      fill(live.epochs.valLoss, history["val_loss"]);
      fill(live.epochs.valMetric, metricName ? history[`val_${metricName}`] : undefined);
      history["loss"]?.forEach((_, i) => (live.epochs.epoch[i] = i));
      draw();
    } catch {
      return;
    }
    if (lives[0] === live) {
      await showAfter(live);
    }
  }

  async function showAfter(live: Live): Promise<void> {
    const parts: HTMLElement[] = [];
    const svgText = live.details?.network?.svg;
    if (svgText) {
      // The server's drawing as a picture: nothing in it can run.
      parts.push(h("figure", { class: "network" }, h("figcaption", {}, t("train.network")), h("img", { alt: t("train.network"), src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText)}` })));
    }
    try {
      const { labels, counts } = await api.confusion(live.id);
      parts.push(confusionMatrix(labels, counts));
    } catch {
      // A regression has none.
    }
    try {
      const boundary = await api.boundary(live.id);
      const map = new ContourMap(`${boundary.features[0]} × ${boundary.features[1]}`);
      map.setField(boundary);
      parts.push(map.element);
    } catch {
      // Only with two features.
    }
    after.replaceChildren(...parts);
  }

  async function diagnose(): Promise<void> {
    findings.replaceChildren(h("p", {}, t("train.diagnosing")));
    try {
      const answer = await api.diagnose(settings);
      findings.replaceChildren(h("h2", {}, t("train.diagnose")), ...(answer.healthy ? [h("p", { class: "healthy" }, t("train.healthy"))] : answer.findings.map(card)));
    } catch (problem) {
      findings.replaceChildren(h("p", { class: "error", role: "alert" }, (problem as Error).message));
    }
  }

  function card(finding: Finding): HTMLElement {
    return h("article", { class: `finding ${finding.severity}` },
      h("h3", {}, `${finding.severity}: ${finding.title ?? finding.name}`), h("p", { class: "evidence" }, finding.evidence), h("p", {}, finding.remedy),
      finding.effect ? h("p", {}, `${t("train.effect")}: ${finding.effect}`) : null,
      finding.changes ? h("button", { type: "button", onclick: () => { Object.assign(settings, finding.changes); drawForm(); void start([{}], [""]); } }, t("train.remedy")) : null);
  }

  return {
    element: drop,
    leave: () => lives.forEach((live) => live.end()),
    restyle: () => [loss, metric, gradients, histogram].forEach((chart) => chart.restyle()),
  };
}
