import { language } from "../i18n/index.ts";
import { isRecorded, recordedFile } from "./recorded.ts";

/** What the server answers. Numbers that aren't finite are null. */
export interface Setting { name: string; default: number | string | boolean | null; min?: number | null; max?: number | null }
export interface Named { name: string; summary: string }
export interface Objective {
  name: string; title: string; dimension: number; window: { x: [number, number]; y: [number, number] };
  start: [number, number]; minima: [number, number][]; samples: number | null;
}
export interface Column { name: string; kind: string }
export interface Dataset { name: string; rows: number; columns: Column[]; target: string; task: string; preview?: (string | null)[][] }
export interface Catalog {
  version: string; objectives: Objective[]; optimizers: (Named & { settings: Setting[] })[]; activations: Named[];
  initializers: Named[]; schedules: Named[]; losses: Named[]; metrics: Named[]; datasets: Dataset[];
}
export interface Field { x: [number, number]; y: [number, number]; columns: number; rows: number; values: (number | null)[] }
export interface TrainSettings {
  dataset: string; target: string; layers: string; activation: string; initializer: string; optimizer: string; schedule: string;
  epochs: number; batchSize: number; standardize: boolean; validation: number; seed: number; name?: string; tags?: string[];
}
export type RunState = "running" | "paused" | "done" | "stopped" | "interrupted" | "failed";
/** A race that is kept: as it was asked for. */
export interface DescentSettings {
  objective: string; start: [number, number]; steps: number; seed: number;
  racers: { optimizer: string; batchSize: number; sampling: string; noise: number }[];
  changes: { step: number; racer: number; optimizer?: string; batchSize?: number; sampling?: string; noise?: number }[];
}
interface RunOf<Kind extends string, Settings> {
  id: number; kind: Kind; name: string; created: string; state: RunState; settings: Settings; tags: string[];
  summary: Record<string, number | null>; error?: string | null;
}
export type Run = RunOf<"train", TrainSettings> | RunOf<"descent", DescentSettings>;
export type RunDetails = Run & { history: Record<string, (number | null)[]>; layers?: string[]; network?: { svg: string } | null };
export interface Landscape {
  x: [number, number]; y: [number, number]; columns: number; rows: number; values: (number | null)[];
  path: [number, number][]; distance: number[]; explained: [number, number] | null; weight?: string;
}
/** Numbers to be drawn: lines over a common axis, whose places may have names. */
export interface ChartAnswer {
  title: string; axis: string; logarithmic: boolean; labels: string[] | null; isAxisLogarithmic: boolean;
  lines: { name: string; x: number[]; y: (number | null)[] }[];
}
export interface Finding { name: string; severity: "error" | "warning" | "note"; summary: string; measurements: { name: string; value: number | null }[]; evidence: string; remedy: string; changes: Partial<TrainSettings> | null; effect: string | null; chart: ChartAnswer }
/** What the network answers over two of its inputs, the others being at their means. */
export interface Boundary extends Field {
  labels: string[] | null; features: [string, string]; inputs: string[];
  points: { x: number; y: number; label: number | null; value: number | null }[];
}
/** Curves of a figure of the book. */
export interface BookFigure { log: boolean; curves: { name: string; x: number[]; y: (number | null)[] }[] }
export interface ActivationCurves { x: number[]; y: (number | null)[]; first: (number | null)[]; second: (number | null)[]; product: { layers: number; largest: number | null; typical: number | null }[] }

/** A refusal in the server's words. */
export class ApiError extends Error {
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  // The server answers in the language that the reader has chosen, which need not be the browser's.
  const answer = await fetch((isRecorded() && recordedFile(path)) || path, { ...init, headers: { ...init?.headers, "Accept-Language": language() } });
  if (!answer.ok) {
    const body = (await answer.json().catch(() => null)) as { error?: string; field?: string } | null;
    throw new ApiError(body?.error ?? `${answer.status} ${answer.statusText}`, body?.field);
  }
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

const json = (method: string, body: unknown): RequestInit => ({ method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const query = (values: Record<string, string | number | undefined>): string =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined && value !== "").map(([name, value]) => [name, String(value)])).toString();

let catalog: Promise<Catalog> | undefined;

export const api = {
  catalog: (fresh = false): Promise<Catalog> => (fresh ? (catalog = request("/api/catalog")) : (catalog ??= request("/api/catalog"))),
  field: (name: string, window: { x: [number, number]; y: [number, number] }, size = 81): Promise<Field> =>
    request(`/api/objectives/${encodeURIComponent(name)}/field?${query({ columns: size, rows: size, x0: window.x[0], x1: window.x[1], y0: window.y[0], y1: window.y[1] })}`),
  activation: (name: string, layers: number): Promise<ActivationCurves> => request(`/api/activations/${encodeURIComponent(name)}?${query({ from: -5, to: 5, points: 201, layers })}`),
  dataset: (name: string): Promise<Dataset> => request(`/api/datasets/${encodeURIComponent(name)}?rows=8`),
  upload: (file: File): Promise<Dataset> => request(`/api/datasets?${query({ name: file.name })}`, { method: "POST", headers: { "Content-Type": "text/csv" }, body: file }),
  runs: (): Promise<Run[]> => request("/api/runs"),
  run: (id: number): Promise<RunDetails> => request(`/api/runs/${id}`),
  train: (settings: TrainSettings): Promise<{ id: number }> => request("/api/runs", json("POST", settings)),
  keepRace: (race: object, name: string): Promise<{ id: number }> => request("/api/runs", json("POST", { kind: "descent", name, ...race })),
  edit: (id: number, change: { name?: string; tags?: string[] }): Promise<void> => request(`/api/runs/${id}`, json("PATCH", change)),
  remove: (id: number): Promise<void> => request(`/api/runs/${id}`, { method: "DELETE" }),
  resume: (id: number): Promise<{ id: number }> => request(`/api/runs/${id}/resume`, json("POST", {})),
  confusion: (id: number): Promise<{ labels: string[]; counts: number[][] }> => request(`/api/runs/${id}/confusion`),
  boundary: (id: number, fx = "", fy = ""): Promise<Boundary> => request(`/api/runs/${id}/boundary?${query({ columns: 61, rows: 61, fx, fy })}`),
  figure: (name: string): Promise<BookFigure> => request(`/api/book/${encodeURIComponent(name)}`),
  landscape: (id: number, what: { kind: string; columns: number; rows: number; span: number; seed: number; weight: number }): Promise<Landscape> => request(`/api/runs/${id}/landscape`, json("POST", what)),
  diagnose: (settings: TrainSettings): Promise<{ findings: Finding[]; healthy: boolean }> => request("/api/diagnose", json("POST", settings)),
};
