import { ContourMap } from "../components/contour-map.ts";
import { LineChart } from "../components/line-chart.ts";
import { calm, field, h, numberInput, select } from "../dom.ts";
import { named, number, t } from "../i18n/index.ts";
import { api, type Catalog, type Objective } from "../net/api.ts";
import { Kind, type Frame } from "../net/frames.ts";
import { isRecorded } from "../net/recorded.ts";
import { stream } from "../net/stream.ts";
import type { Page } from "../page.ts";
import { read, write } from "../url.ts";

interface Racer { optimizer: string; settings: Record<string, number>; batchSize: number; sampling: string; noise: number }
interface Trace { points: number[]; loss: number[]; gradient: number[]; epoch: number[]; facts: number[] }

const Shown = ["learning_rate", "momentum", "beta_1", "beta_2"] as const;
const Labels = { learning_rate: "descent.learningRate", momentum: "descent.momentum", beta_1: "descent.beta1", beta_2: "descent.beta2" } as const;
const Most = 4;

/** Optimisers race down a surface from one start. */
export async function descentPage(embedded?: URLSearchParams): Promise<Page> {
  const catalog = await api.catalog();
  const query = embedded ?? read();
  let objective = catalog.objectives.find((one) => one.name === query.get("objective")) ?? catalog.objectives[0]!;
  let start = parsePair(query.get("start")) ?? objective.start;
  let racers = parseRacers(query.get("racers"), catalog) ?? chapterRacers();
  let steps = Number(query.get("steps") ?? 0) || defaultSteps(objective);
  let seed = Number(query.get("seed") ?? 0);
  let rate = Number(query.get("rate") ?? 30);
  let playing = false;
  let shown = 0;
  let traces: Trace[] = [];
  let run = 0;
  let silence = (): void => {};
  let timer = 0;
  let waiting = false;
  const last = (): number => Math.max(0, ...traces.map((trace) => trace.loss.length - 1));

  const map = new ContourMap(t("descent.map"), { draggable: true });
  const loss = new LineChart({ title: t("descent.loss"), x: t("descent.position"), log: true, height: 210 });
  const gradient = new LineChart({ title: t("descent.gradient"), x: t("descent.position"), log: true, height: 210 });
  const scrub = h("input", { type: "range", min: 0, max: 0, value: 0, step: 1, oninput: () => { pause(); show(scrub.valueAsNumber); } });
  scrub.setAttribute("aria-label", t("descent.position"));
  const play = h("button", { type: "button", class: "primary", onclick: () => (playing ? pause() : begin()) }, t("common.play"));
  const summary = h("ul", { class: "summary", "aria-live": "polite" });
  const facts = h("p", { class: "facts" });
  const error = h("p", { class: "error", role: "alert" });
  const cards = h("div", { class: "racers" });

  const controls = h("form", { class: "controls", onsubmit: (event: Event) => event.preventDefault() },
    field(t("descent.objective"), select(catalog.objectives.map((one) => ({ value: one.name, text: named("objective", one.name, one.title) })), objective.name, (name) => {
      objective = catalog.objectives.find((one) => one.name === name)!;
      start = objective.start;
      steps = defaultSteps(objective);
      stepsInput.value = String(steps);
      drawCards();
      void drawField();
      restart();
    })));
  const stepsInput = numberInput(steps, (value) => { steps = value; restart(); }, { min: 1, max: 5000, step: 1 });
  controls.append(
    field(t("descent.steps"), stepsInput),
    field(t("common.seed"), numberInput(seed, (value) => { seed = value; restart(); }, { min: 0, step: 1 })),
    field(t("common.speed"), numberInput(rate, (value) => { rate = value; keep(); }, { min: 1, max: 600, step: 1 })),
    cards);

  const element = h("div", { class: "page descent" },
    ...(embedded ? [] : [h("h1", {}, t("nav.descent")), h("p", { class: "intro" }, t("descent.intro"))]),
    h("div", { class: "columns" }, controls,
      h("div", { class: "stage" }, error,
        h("div", { class: "player" }, play,
          h("button", { type: "button", onclick: () => { pause(); show(Math.min(shown + 1, last())); } }, t("common.step")),
          h("button", { type: "button", onclick: () => { pause(); show(0); } }, t("common.reset")), scrub),
        map.element, facts, summary,
        h("div", { class: "pair" }, loss.element, gradient.element))));

  function defaultSteps(of: Objective): number {
    return of.samples ? 250 : 200;
  }

  /** The chapter's figure: gradient descent beside SGD with minibatches of four. */
  function chapterRacers(): Racer[] {
    return [
      { optimizer: "sgd", settings: { learning_rate: 0.2, momentum: 0 }, batchSize: 0, sampling: "replacement", noise: 0 },
      { optimizer: "sgd", settings: { learning_rate: 0.2, momentum: 0 }, batchSize: 4, sampling: "replacement", noise: 0 },
    ];
  }

  function text(racer: Racer): string {
    const settings = Object.entries(racer.settings).map(([name, value]) => `${name}=${value}`).join(", ");
    return settings ? `${racer.optimizer}(${settings})` : racer.optimizer;
  }

  function label(racer: Racer, i: number): string {
    const batch = objective.samples && racer.batchSize > 0 ? `, ${racer.batchSize}` : "";
    return `${i + 1}: ${racer.optimizer} ${number(racer.settings["learning_rate"] ?? null)}${batch}`;
  }

  function keep(): void {
    if (embedded) {
      return;
    }
    write({
      objective: objective.name, start: start.map((value) => value.toFixed(4)).join(","), steps, seed: seed || undefined, rate: rate === 30 ? undefined : rate,
      racers: racers.map((racer) => `${text(racer)};${racer.batchSize};${racer.sampling}${racer.noise > 0 ? `;${racer.noise}` : ""}`).join("|"),
    });
  }

  function drawCards(): void {
    cards.replaceChildren(...racers.map((racer, i) => card(racer, i)),
      h("button", { type: "button", disabled: racers.length >= Most, onclick: () => {
        racers = [...racers, { optimizer: "adam", settings: { learning_rate: 0.1 }, batchSize: 0, sampling: "replacement", noise: 0 }];
        drawCards();
        restart();
      } }, t("descent.add")));
  }

  function card(racer: Racer, i: number): HTMLElement {
    const known = catalog.optimizers.find((one) => one.name === racer.optimizer);
    const inputs = Shown.flatMap((name) => {
      const setting = known?.settings.find((one) => one.name === name) ?? (name === "momentum" && racer.optimizer === "sgd" ? { name, default: 0 } : undefined);
      if (!setting || typeof setting.default !== "number") {
        return [];
      }
      return [field(t(Labels[name]), numberInput(racer.settings[name] ?? setting.default, (value) => { racer.settings[name] = value; restart(); }, { min: 0, max: name === "learning_rate" ? 1000 : 0.9999 }))];
    });
    return h("fieldset", { class: `racer series-${i}` },
      h("legend", {}, `${t("descent.racer")} ${i + 1}`),
      field(t("descent.optimizer"), select(catalog.optimizers.map((one) => one.name), racer.optimizer, (name) => {
        racer.optimizer = name;
        racer.settings = { learning_rate: racer.settings["learning_rate"] ?? 0.1 };
        drawCards();
        restart();
      })),
      ...inputs,
      objective.samples ? field(t("descent.batch"), numberInput(racer.batchSize, (value) => { racer.batchSize = value; restart(); }, { min: 0, max: objective.samples, step: 1 })) : null,
      objective.samples ? field(t("descent.sampling"), select([
        { value: "replacement", text: t("descent.replacement") }, { value: "permutation", text: t("descent.permutation") }], racer.sampling, (value) => { racer.sampling = value; restart(); })) : null,
      field(t("descent.noise"), numberInput(racer.noise, (value) => { racer.noise = value; restart(); }, { min: 0, max: 1e6 })),
      racers.length > 1 ? h("button", { type: "button", class: "quiet", onclick: () => { racers = racers.filter((_, k) => k !== i); drawCards(); restart(); } }, `${t("descent.remove")} ${i + 1}`) : null);
  }

  async function drawField(): Promise<void> {
    try {
      const wanted = objective;
      const values = await api.field(wanted.name, wanted.window, 91);
      if (wanted === objective) {
        map.setField(values, wanted.minima);
        if (isRecorded()) {
          draw();
          return;
        }
        map.setStart(start, (moved, done) => {
          start = moved;
          if (done) {
            restart();
          }
        });
        draw();
      }
    } catch (problem) {
      error.textContent = (problem as Error).message;
    }
  }

  /** Asks for the whole race; frames come as fast as the server computes, the page shows them at the reader's speed. */
  function restart(): void {
    keep();
    silence();
    if (run) {
      stream.send({ op: "descent.stop", run });
    }
    run = nextRun();
    traces = racers.map(() => ({ points: [], loss: [], gradient: [], epoch: [], facts: [] }));
    error.textContent = "";
    facts.textContent = "";
    const end = stream.hear(run, hear);
    const endMessages = stream.hearMessages((message) => {
      if (message.message && (message.run === run || message.op === "error")) {
        error.textContent = message.message;
      }
    });
    silence = () => { end(); endMessages(); };
    stream.send({
      op: "descent.start", run, objective: objective.name, start, steps, seed, rate: 20000,
      racers: racers.map((racer) => ({ optimizer: text(racer), batchSize: racer.batchSize, sampling: racer.sampling, noise: racer.noise })),
    });
    shown = calm() ? steps : 0;
    if (!calm()) {
      begin();
    } else {
      show(steps);
    }
  }

  function hear(frame: Frame): void {
    const trace = traces[frame.series];
    if (!trace) {
      return;
    }
    if (frame.kind === Kind.DescentPoint) {
      for (let i = 0; i + 6 <= frame.values.length; i += 6) {
        const at = frame.step + i / 6;
        trace.points[2 * at] = frame.values[i]!;
        trace.points[2 * at + 1] = frame.values[i + 1]!;
        trace.loss[at] = frame.values[i + 2]!;
        trace.gradient[at] = frame.values[i + 3]!;
        trace.epoch[at] = frame.values[i + 5]!;
      }
      scrub.max = String(Math.max(last(), 1));
      if (calm()) {
        shown = last();
      }
      draw();
    } else if (frame.kind === Kind.DescentFacts) {
      trace.facts = [...frame.values];
      const limit = frame.values[1] ?? Number.NaN;
      facts.textContent = Number.isFinite(limit)
        ? `${t("descent.limit")}: ${number(limit)}. ${t("descent.learningRate")}: ${racers.map((racer, k) => `${k + 1}: ${number(racer.settings["learning_rate"] ?? null)}`).join("; ")}.`
        : "";
    }
  }

  function begin(): void {
    if (shown >= last() && last() > 0) {
      shown = 0;
    }
    playing = true;
    play.textContent = t("common.pause");
    let before = performance.now();
    let part = shown;
    cancelAnimationFrame(timer);
    const tick = (now: number): void => {
      part += ((now - before) / 1000) * rate;
      before = now;
      if (Math.floor(part) !== shown) {
        show(Math.min(Math.floor(part), last()));
      }
      if (part >= steps && last() > 0) {
        pause();
        return;
      }
      part = Math.min(part, last() + 1);
      timer = requestAnimationFrame(tick);
    };
    timer = requestAnimationFrame(tick);
  }

  function pause(): void {
    playing = false;
    cancelAnimationFrame(timer);
    play.textContent = t("common.play");
    draw();
  }

  function show(step: number): void {
    shown = step;
    draw();
  }

  function draw(): void {
    if (waiting) {
      return;
    }
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      scrub.value = String(shown);
      scrub.setAttribute("aria-valuetext", `${t("descent.position")} ${shown}`);
      map.setPaths(traces.map((trace, i) => ({ name: label(racers[i]!, i), points: trace.points, style: i })), shown);
      const curves = (what: "loss" | "gradient"): { name: string; x: number[]; y: number[]; style: number }[] => traces.map((trace, i) => {
        const y = trace[what].slice(0, shown + 1);
        return { name: label(racers[i]!, i), x: y.map((_, k) => k), y, style: i };
      });
      loss.set(curves("loss"));
      gradient.set(curves("gradient"));
      if (!playing) {
        summary.replaceChildren(...traces.map((trace, i) => {
          const at = Math.min(shown, trace.loss.length - 1);
          const value = trace.loss[at];
          return h("li", {}, t("descent.summary", { racer: label(racers[i]!, i), step: Math.max(at, 0), loss: value === undefined || Number.isFinite(value) ? number(value ?? null) : t("descent.diverged") }),
            objective.samples && trace.epoch[at] !== undefined ? `, ${t("descent.epoch").toLowerCase()} ${number(trace.epoch[at]!)}` : "");
        }));
      }
    });
  }

  drawCards();
  void drawField();
  restart();
  if (isRecorded()) {
    // What would need the Lab rests; what plays the record stays.
    controls.replaceChildren(h("p", { class: "hint" }, t("book.recorded")));
  }
  return {
    element,
    leave: () => {
      cancelAnimationFrame(timer);
      silence();
      stream.send({ op: "descent.stop", run });
    },
    restyle: () => { void drawField(); loss.restyle(); gradient.restyle(); },
  };
}

let runs = 0;
/** Numbers of the page's own races lie above those of kept runs. */
const nextRun = (): number => 0x40000000 + (runs += 1);

function parsePair(text: string | null): [number, number] | null {
  const parts = (text ?? "").split(",").map(Number);
  return parts.length === 2 && parts.every(Number.isFinite) ? [parts[0]!, parts[1]!] : null;
}

function parseRacers(text: string | null, catalog: Catalog): Racer[] | null {
  if (!text) {
    return null;
  }
  const racers = text.split("|").slice(0, Most).flatMap((one) => {
    const [optimizer = "", batch = "0", sampling = "replacement", noise = "0"] = one.split(";");
    const found = /^(\w+)(?:\((.*)\))?$/.exec(optimizer);
    if (!found || !catalog.optimizers.some((known) => known.name === found[1])) {
      return [];
    }
    const settings = Object.fromEntries((found[2] ?? "").split(",").flatMap((part) => {
      const [name, value] = part.split("=").map((side) => side.trim());
      return name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [];
    }));
    return [{ optimizer: found[1]!, settings, batchSize: Number(batch) || 0, sampling, noise: Number(noise) || 0 }];
  });
  return racers.length > 0 ? racers : null;
}
