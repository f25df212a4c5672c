import type { Catalog, Objective } from "../net/api.ts";

/** One who descends. */
export interface Racer { optimizer: string; settings: Record<string, number>; batchSize: number; sampling: string; noise: number }

/** From a step on, a racer goes on with other settings. */
export interface Change { step: number; racer: number; to: Racer }

/** All that decides a race: with the same state it goes the same way, bit by bit. Where epochs aren't 0, they decide how many steps there are. */
export interface RaceState { objective: string; start: [number, number]; steps: number; epochs: number; seed: number; rate: number; racers: Racer[]; changes: Change[] }

export const MostRacers = 4;
const UsualRate = 30;
const UsualSteps = 200;
const UsualEpochs = 10;

/** The chapter's figure: gradient descent beside SGD with minibatches of four. */
const chapterRacers = (): Racer[] => [0, 4].map((batchSize) => ({ optimizer: "sgd", settings: { learning_rate: 0.2, momentum: 0 }, batchSize, sampling: "replacement", noise: 0 }));

export const newRacer = (): Racer => ({ optimizer: "adam", settings: { learning_rate: 0.1 }, batchSize: 0, sampling: "replacement", noise: 0 });

/** How long a race on an objective is when nobody says: looks at each sample where it has samples, else steps. */
export const usualLength = (objective: Objective): { steps: number; epochs: number } => ({ steps: UsualSteps, epochs: objective.samples ? UsualEpochs : 0 });

/** The race with its number of steps: that of the racer who takes most in an epoch. */
export function settled(state: RaceState, objective: Objective): RaceState {
  const { samples } = objective;
  if (state.epochs === 0 || !samples) {
    return { ...state, epochs: 0 };
  }
  const perEpoch = [...state.racers, ...state.changes.map((change) => change.to)].map((racer) => Math.ceil(samples / (racer.batchSize || samples)));
  return { ...state, steps: state.epochs * Math.max(...perEpoch) };
}

/** The race that an address asks for; what it doesn't say is that of the chapter. */
export function parseRace(query: URLSearchParams, catalog: Catalog): RaceState {
  const objective = catalog.objectives.find((one) => one.name === query.get("objective")) ?? catalog.objectives[0]!;
  const racers = (query.get("racers") ?? "").split("|").slice(0, MostRacers).flatMap((text) => parseRacer(text, catalog));
  const several = racers.length > 0 ? racers : chapterRacers();
  const usual = usualLength(objective);
  const steps = Number(query.get("steps") ?? 0) || 0;
  return settled({
    objective: objective.name,
    start: parsePair(query.get("start")) ?? objective.start,
    steps: steps || usual.steps,
    epochs: Number(query.get("epochs") ?? 0) || (steps > 0 ? 0 : usual.epochs),
    seed: Number(query.get("seed") ?? 0) || 0,
    rate: Number(query.get("rate") ?? UsualRate) || UsualRate,
    racers: several,
    changes: (query.get("changes") ?? "").split("|").flatMap((text) => parseChange(text, catalog)).filter((change) => change.racer < several.length),
  }, objective);
}

/** The same as an address has it. */
export function raceQuery(state: RaceState): Record<string, string | number | undefined> {
  return {
    objective: state.objective,
    start: state.start.map((value) => value.toFixed(4)).join(","),
    steps: state.epochs > 0 ? undefined : state.steps,
    epochs: state.epochs || undefined,
    seed: state.seed || undefined,
    rate: state.rate === UsualRate ? undefined : state.rate,
    racers: state.racers.map(racerText).join("|"),
    changes: state.changes.map((change) => `${change.step};${change.racer};${racerText(change.to)}`).join("|"),
  };
}

/** The same as the server is told. */
export function raceCommand(state: RaceState): object {
  const told = (racer: Racer): object => ({ optimizer: ruleText(racer), batchSize: racer.batchSize, sampling: racer.sampling, noise: racer.noise });
  return {
    objective: state.objective, start: state.start, steps: state.steps, seed: state.seed,
    racers: state.racers.map(told),
    changes: state.changes.map((change) => ({ step: change.step, racer: change.racer, ...told(change.to) })),
  };
}

/** A racer's settings at a step. */
export function racerAt(state: RaceState, racer: number, step: number): Racer {
  const before = state.changes.filter((change) => change.racer === racer && change.step <= step);
  return before[before.length - 1]?.to ?? state.racers[racer]!;
}

/** A racer goes on otherwise from a step on; what was planned for it later is dropped. At the start and at the end it is a new race. */
export function withRacer(state: RaceState, racer: number, step: number, to: Racer): RaceState {
  const others = state.changes.filter((change) => change.racer !== racer);
  if (step > 0 && step < state.steps) {
    const earlier = state.changes.filter((change) => change.racer === racer && change.step < step);
    return { ...state, changes: [...others, ...earlier, { step, racer, to }].sort((a, b) => a.step - b.step) };
  }
  return { ...state, racers: state.racers.map((one, i) => (i === racer ? to : one)), changes: step > 0 ? others : state.changes };
}

/** The race without one of its racers. */
export function withoutRacer(state: RaceState, racer: number): RaceState {
  return {
    ...state,
    racers: state.racers.filter((_, i) => i !== racer),
    changes: state.changes.filter((change) => change.racer !== racer).map((change) => ({ ...change, racer: change.racer > racer ? change.racer - 1 : change.racer })),
  };
}

/** A rule with its settings: sgd(learning_rate=0.1, momentum=0.9). */
export function ruleText(racer: Racer): string {
  const settings = Object.entries(racer.settings).map(([name, value]) => `${name}=${value}`).join(", ");
  return settings ? `${racer.optimizer}(${settings})` : racer.optimizer;
}

const racerText = (racer: Racer): string => `${ruleText(racer)};${racer.batchSize};${racer.sampling}${racer.noise > 0 ? `;${racer.noise}` : ""}`;

function parseRacer(text: string, catalog: Catalog): Racer[] {
  const [rule = "", batch = "0", sampling = "replacement", noise = "0"] = text.split(";");
  const found = /^(\w+)(?:\((.*)\))?$/.exec(rule.trim());
  if (!found || !catalog.optimizers.some((known) => known.name === found[1])) {
    return [];
  }
  const settings = Object.fromEntries((found[2] ?? "").split(",").flatMap((part) => {
    const [name, value] = part.split("=").map((side) => side.trim());
    return name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [];
  }));
  return [{ optimizer: found[1]!, settings, batchSize: Number(batch) || 0, sampling, noise: Number(noise) || 0 }];
}

function parseChange(text: string, catalog: Catalog): Change[] {
  const found = /^(\d+);(\d+);(.+)$/.exec(text);
  return found ? parseRacer(found[3]!, catalog).map((to) => ({ step: Number(found[1]), racer: Number(found[2]), to })) : [];
}

function parsePair(text: string | null): [number, number] | null {
  const parts = (text ?? "").split(",").map(Number);
  return parts.length === 2 && parts.every(Number.isFinite) ? [parts[0]!, parts[1]!] : null;
}
