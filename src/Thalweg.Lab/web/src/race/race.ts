import { Component, define } from "../components/component.ts";
import { ContourMap } from "../components/contour-map.ts";
import { LineChart, type Curve } from "../components/line-chart.ts";
import { calm, field, h, keepingFocus, numberInput, select } from "../dom.ts";
import { named, number, pair, t } from "../i18n/index.ts";
import { api, type Catalog, type Objective } from "../net/api.ts";
import { isRecorded } from "../net/recorded.ts";
import { stream } from "../net/stream.ts";
import { limitsTable } from "./limits-table.ts";
import { Player } from "./player.ts";
import { racerCard } from "./racer-card.ts";
import { MostRacers, newRacer, parseRace, raceCommand, raceQuery, racerAt, ruleText, settled, usualLength, withoutRacer, withRacer, type RaceState, type Racer } from "./race-state.ts";
import { Trace } from "./trace.ts";

/** The server sends as fast as it computes; the player shows at the reader's speed. */
const ServerRate = 20_000;
const FieldSize = 91;

/** `<tw-race query="objective=quadratic&…">`: optimisers race down a surface from one start. Says `change` when the reader has changed something. */
export class Race extends Component {
  private catalog!: Catalog;
  private state!: RaceState;
  private traces: Trace[] = [];
  private run = 0;
  private silence = (): void => {};
  private waiting = false;
  private readonly map = new ContourMap(t("descent.map"), { draggable: true });
  private readonly loss = new LineChart({ title: t("descent.loss"), x: t("descent.position"), log: true, height: 210 });
  private readonly gradient = new LineChart({ title: t("descent.gradient"), x: t("descent.position"), log: true, height: 210 });
  private readonly player = new Player();
  private readonly summary = h("ul", { class: "summary", "aria-live": "polite" });
  private readonly limits = h("div");
  private readonly error = h("p", { class: "error", role: "alert" });
  private readonly cards = h("div", { class: "racers" });
  private readonly kept = h("p", { class: "hint", role: "status" });
  private readonly controls = h("form", { class: "controls", onsubmit: (event: Event) => event.preventDefault() });
  private shownCards = "";

  /** The race as an address has it. */
  get query(): Record<string, string | number | undefined> {
    return raceQuery(this.state);
  }

  private get objective(): Objective {
    return this.catalog.objectives.find((one) => one.name === this.state.objective)!;
  }

  protected build(): void {
    const stage = h("div", { class: "stage" }, this.error, this.player, this.map, this.limits, this.summary, h("div", { class: "pair" }, this.loss, this.gradient));
    // What would need the Lab is left out where a record plays.
    this.append(isRecorded() ? h("div", {}, stage, h("p", { class: "hint" }, t("book.recorded"))) : h("div", { class: "columns" }, this.controls, stage));
    this.player.onshow = () => this.draw();
    this.player.describe = (moment) => (this.state.epochs > 0
      ? t("descent.place", { unit: t("descent.epoch"), now: number((moment * this.state.epochs) / this.state.steps, 3), all: this.state.epochs })
      : t("descent.place", { unit: t("descent.position"), now: moment, all: this.state.steps }));
    void this.open();
  }

  protected override leave(): void {
    this.silence();
    stream.send({ op: "descent.stop", run: this.run });
  }

  private async open(): Promise<void> {
    try {
      this.catalog = await api.catalog();
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
      return;
    }
    this.state = parseRace(new URLSearchParams(this.getAttribute("query") ?? ""), this.catalog);
    this.player.rate = this.state.rate;
    this.drawControls();
    void this.drawField();
    this.restart(0);
  }

  private drawControls(): void {
    if (isRecorded()) {
      return;
    }
    const objectives = this.catalog.objectives.map((one) => ({ value: one.name, text: named("objective", one.name, one.title) }));
    this.controls.replaceChildren(
      field(t("descent.objective"), select(objectives, this.state.objective, (name) => this.choose(name))),
      ...this.length(),
      field(t("common.seed"), numberInput(this.state.seed, (seed) => this.anew({ seed }), { min: 0, step: 1 })),
      field(t("common.speed"), numberInput(this.state.rate, (rate) => { this.state = { ...this.state, rate }; this.player.rate = rate; this.changed(); }, { min: 1, max: 600, step: 1 })),
      this.cards,
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: () => void this.keep() }, t("descent.keep"))), this.kept);
    this.drawCards();
  }

  /** How long the race is, in steps or, where the surface has samples, in looks at each of them. */
  private length(): HTMLElement[] {
    const { state, objective } = this;
    const inEpochs = state.epochs > 0;
    const count = inEpochs
      ? field(t("descent.epochs"), numberInput(state.epochs, (epochs) => this.anew({ epochs }), { min: 1, max: 500, step: 1 }))
      : field(t("descent.steps"), numberInput(state.steps, (steps) => this.anew({ steps }), { min: 1, max: 5000, step: 1 }));
    const clock = [{ value: "epochs", text: t("descent.byEpochs") }, { value: "steps", text: t("descent.bySteps") }];
    return objective.samples
      ? [field(t("descent.clock"), select(clock, inEpochs ? "epochs" : "steps", (by) => { this.anew({ epochs: by === "epochs" ? usualLength(objective).epochs : 0 }); this.drawControls(); })), count]
      : [count];
  }

  private drawCards(): void {
    this.shownCards = this.cardsKey();
    const several = this.state.racers.length > 1;
    keepingFocus(this.cards, () => this.cards.replaceChildren(
      ...this.state.racers.map((_, i) => racerCard(racerAt(this.state, i, this.stepOf(i)), i, this.catalog, this.objective, (to) => this.setRacer(i, to),
        several ? () => this.anew(withoutRacer(this.state, i)) : null)),
      this.state.changes.length > 0 ? this.changesList() : h("p", { class: "hint" }, t("descent.midway")),
      h("button", { type: "button", disabled: this.state.racers.length >= MostRacers, onclick: () => this.anew({ racers: [...this.state.racers, newRacer()] }) }, t("descent.add"))));
  }

  private changesList(): HTMLElement {
    return h("ul", { class: "changes" }, ...this.state.changes.map((change) => h("li", {},
      t("descent.change", { step: change.step, racer: change.racer + 1, rule: ruleText(change.to) }), " ",
      h("button", { type: "button", class: "quiet", onclick: () => this.anew({ changes: this.state.changes.filter((one) => one !== change) }, change.step) },
        t("descent.undo", { step: change.step })))));
  }

  /** Which settings the cards show. */
  private cardsKey(): string {
    return this.state.racers.map((_, i) => JSON.stringify(racerAt(this.state, i, this.stepOf(i)))).join();
  }

  private choose(name: string): void {
    this.state = { ...this.state, objective: name, changes: [] };
    this.state = settled({ ...this.state, start: this.objective.start, ...usualLength(this.objective) }, this.objective);
    this.drawControls();
    void this.drawField();
    this.restart(0);
  }

  private setRacer(i: number, to: Racer): void {
    const isUnderWay = this.player.shown < this.state.steps;
    this.anew(withRacer(this.state, i, isUnderWay ? this.stepOf(i) : this.state.steps, to), isUnderWay ? this.player.shown : 0);
  }

  /** Another race, or another from a moment on. */
  private anew(part: Partial<RaceState>, moment = 0): void {
    this.state = settled({ ...this.state, ...part }, this.objective);
    this.drawCards();
    this.restart(Math.min(moment, this.player.shown));
  }

  /** The step of a racer at a moment, by itself the one that is shown: where epochs are the clock, those with larger batches take fewer. */
  private stepOf(i: number, moment = this.player.shown): number {
    return this.state.epochs > 0 && this.traces[i] ? this.traces[i].stepAt((moment * this.state.epochs) / this.state.steps) : moment;
  }

  private async keep(): Promise<void> {
    try {
      const { id } = await api.keepRace(raceCommand(this.state), pair(named("objective", this.state.objective, this.objective.title), this.state.racers.map(ruleText).join(", ")));
      this.kept.replaceChildren(t("descent.kept", { id }), " ", h("a", { href: "/runs", "data-link": true }, t("nav.runs")));
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
    }
  }

  private changed(): void {
    this.kept.textContent = "";
    this.dispatchEvent(new Event("change"));
  }

  private async drawField(): Promise<void> {
    const wanted = this.objective;
    try {
      const values = await api.field(wanted.name, wanted.window, FieldSize);
      if (wanted !== this.objective) {
        return;
      }
      this.map.setField(values, wanted.minima);
      if (!isRecorded()) {
        this.map.setStart(this.state.start, (start, done) => {
          this.state = { ...this.state, start };
          if (done) {
            this.restart(0);
          }
        });
      }
      this.draw();
    } catch (problem) {
      this.error.textContent = (problem as Error).message;
    }
  }

  /** Asks for the race; its way up to a moment is known already and stays on the page. */
  private restart(moment: number): void {
    this.changed();
    this.silence();
    if (this.run) {
      stream.send({ op: "descent.stop", run: this.run });
    }
    this.run = nextRun();
    this.traces = this.state.racers.map((_, i) => (moment > 0 ? (this.traces[i]?.until(this.stepOf(i)) ?? new Trace()) : new Trace()));
    this.error.textContent = "";
    const endFrames = stream.hear(this.run, (frame) => {
      this.traces[frame.series]?.hear(frame);
      this.reach();
      this.draw();
    });
    const endMessages = stream.hearMessages((message) => {
      if (message.message && (message.run === this.run || message.op === "error")) {
        this.error.textContent = message.message;
      }
    });
    this.silence = () => { endFrames(); endMessages(); };
    stream.send({ op: "descent.start", run: this.run, rate: ServerRate, ...raceCommand(this.state), ...(isRecorded() ? { figure: this.getAttribute("query") ?? "" } : {}) });
    this.reach();
    if (moment === 0) {
      this.player.seek(calm() ? this.state.steps : 0);
      if (!calm()) {
        this.player.play();
      }
    }
  }

  private get last(): number {
    return Math.max(0, ...this.traces.map((trace) => trace.last));
  }

  private reach(): void {
    this.player.reach(this.state.steps, this.last);
  }

  private label(i: number): string {
    const racers = [this.state.racers[i]!, ...this.state.changes.filter((change) => change.racer === i).map((change) => change.to)];
    return pair(String(i + 1), racers.map((racer) => this.shortly(racer)).filter((text, k, all) => text !== all[k - 1]).join(" → "));
  }

  private shortly(racer: Racer): string {
    const { learning_rate: rate, momentum } = racer.settings;
    const batch = this.objective.samples && racer.batchSize > 0 ? ` (${racer.batchSize})` : "";
    return `${racer.optimizer} ${number(rate ?? null)}${momentum ? ` μ ${number(momentum)}` : ""}${batch}`;
  }

  private draw(): void {
    if (this.waiting || !this.state) {
      return;
    }
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const marks = (racer: number): number[] => this.state.changes.filter((change) => change.racer === racer).map((change) => change.step);
      this.map.setPaths(this.traces.map((trace, i) => ({ name: this.label(i), points: trace.points.slice(0, 2 * (this.stepOf(i, this.state.steps) + 1)), style: i, marks: marks(i), until: this.stepOf(i) })));
      this.loss.axis = this.gradient.axis = t(this.state.epochs > 0 ? "descent.epoch" : "descent.position");
      this.loss.set(this.curves((trace) => trace.loss));
      this.gradient.set(this.curves((trace) => trace.gradient));
      if (!this.player.isPlaying) {
        this.drawSummary();
        if (this.cardsKey() !== this.shownCards && !isRecorded()) {
          this.drawCards();
        }
      }
    });
  }

  private curves(values: (trace: Trace) => number[]): Curve[] {
    return this.traces.map((trace, i) => {
      const y = values(trace).slice(0, this.stepOf(i) + 1);
      return { name: this.label(i), x: this.state.epochs > 0 ? trace.epoch.slice(0, y.length) : y.map((_, step) => step), y, style: i };
    });
  }

  private drawSummary(): void {
    this.summary.replaceChildren(...this.traces.map((trace, i) => {
      const at = Math.min(this.stepOf(i), trace.last);
      const value = trace.loss[at];
      const loss = value === undefined || Number.isFinite(value) ? number(value ?? null) : t("descent.diverged");
      const epoch = this.objective.samples && trace.epoch[at] !== undefined ? `, ${t("descent.epoch").toLowerCase()} ${number(trace.epoch[at]!)}` : "";
      return h("li", {}, t("descent.summary", { racer: this.label(i), step: Math.max(at, 0), loss }), epoch);
    }));
    this.limits.replaceChildren(...limitsTable(this.traces.map((trace, i) => ({ name: this.label(i), limits: trace.limits, rate: racerAt(this.state, i, this.stepOf(i)).settings["learning_rate"] }))));
  }
}

let runs = 0;
/** Numbers of the page's own races lie above those of kept runs. */
const nextRun = (): number => 0x40000000 + (runs += 1);

define("tw-race", Race);
