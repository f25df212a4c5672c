import { field, h, mark, numberInput, select } from "../dom.ts";
import { named, t } from "../i18n/index.ts";
import { api, ApiError, type Catalog, type Dataset, type TrainSettings } from "../net/api.ts";
import { Latest } from "../net/latest.ts";

/** What the form asks of the page around it. */
export interface FormEvents { changed: () => void; start: () => void; diagnose: () => void; upload: (file: File) => void }

/** The settings of a training from an address; what it doesn't say has the command's default. */
export const settingsFrom = (query: URLSearchParams): TrainSettings => ({
  dataset: query.get("dataset") ?? "iris", target: query.get("target") ?? "", layers: query.get("layers") ?? "64,64", activation: query.get("activation") ?? "relu",
  initializer: query.get("initializer") ?? "glorot_uniform", optimizer: query.get("optimizer") ?? "adam", schedule: query.get("schedule") ?? "",
  epochs: Number(query.get("epochs") ?? 60), batchSize: Number(query.get("batch") ?? 30), standardize: query.get("standardize") !== "false",
  validation: Number(query.get("validation") ?? 0.2), seed: Number(query.get("seed") ?? 0),
});

/** The same as an address has it. */
export const settingsQuery = (settings: TrainSettings): Record<string, string | number | boolean> => ({
  dataset: settings.dataset, target: settings.target, layers: settings.layers, activation: settings.activation, initializer: settings.initializer, optimizer: settings.optimizer,
  schedule: settings.schedule, epochs: settings.epochs, batch: settings.batchSize, standardize: settings.standardize, validation: settings.validation, seed: settings.seed,
});

/** The form of a training: writes what is chosen into the settings. */
export class TrainForm {
  readonly element: HTMLFormElement;
  private readonly previews = new Latest();
  private readonly preview = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("train.dataset") });
  private fields: Record<string, HTMLElement> = {};
  private readonly settings: TrainSettings;
  private readonly events: FormEvents;

  constructor(settings: TrainSettings, events: FormEvents) {
    this.settings = settings;
    this.events = events;
    this.element = h("form", { class: "controls", onsubmit: (event: Event) => { event.preventDefault(); events.start(); } });
  }

  /** Draws the form with what the catalogue has. */
  draw(catalog: Catalog): void {
    const { settings } = this;
    const data = catalog.datasets.find((one) => one.name === settings.dataset) ?? catalog.datasets[0];
    if (data && !data.columns.some((column) => column.name === settings.target)) {
      settings.target = data.target;
    }
    const names = (of: { name: string }[]): string[] => of.map((one) => one.name);
    const optimizer = this.text("optimizer");
    optimizer.setAttribute("list", "optimizers");
    this.fields = {
      dataset: field(t("train.dataset"), select(catalog.datasets.map((one) => ({ value: one.name, text: `${named("dataset", one.name, one.name)} (${one.rows} ${t("common.rows")})` })), settings.dataset, (name) => {
        Object.assign(settings, { dataset: name, target: "" });
        this.draw(catalog);
        this.events.changed();
      })),
      file: field(t("train.upload"), this.file()),
      target: field(t("train.target"), this.choice("target", data?.columns.map((column) => column.name) ?? [])),
      layers: field(t("train.layers"), this.text("layers", "\\s*\\d+(\\s*,\\s*\\d+)*\\s*"), t("train.layersHint")),
      activation: field(t("train.activation"), this.choice("activation", names(catalog.activations))),
      initializer: field(t("train.initializer"), this.choice("initializer", names(catalog.initializers))),
      optimizer: field(t("train.optimizer"), optimizer),
      schedule: field(t("train.schedule"), this.choice("schedule", [{ value: "", text: t("common.none") }, ...names(catalog.schedules)])),
      epochs: field(t("train.epochs"), this.number("epochs", { min: 1, max: 5000, step: 1 })),
      batchSize: field(t("train.batch"), this.number("batchSize", { min: 1, step: 1 })),
      validation: field(t("train.validation"), this.number("validation", { min: 0, max: 0.9 })),
      seed: field(t("common.seed"), this.number("seed", { min: 0, step: 1 })),
    };
    this.element.replaceChildren(...Object.values(this.fields), h("datalist", { id: "optimizers" }, ...catalog.optimizers.map((one) => h("option", { value: one.name }))),
      this.standardize(),
      h("div", { class: "buttons" },
        h("button", { type: "submit", class: "primary" }, t("train.start")),
        h("button", { type: "button", onclick: () => this.events.diagnose() }, t("train.diagnose"))),
      this.preview);
    void this.showPreview();
  }

  /** Says a refusal at the field that it is about; false where it is about none of them. */
  refuse(problem: unknown): boolean {
    const place = problem instanceof ApiError && problem.field ? this.fields[problem.field] : undefined;
    if (place) {
      mark(place, (problem as ApiError).message);
      place.scrollIntoView({ block: "nearest" });
    }
    return place !== undefined;
  }

  /** Takes back what was said. */
  accept(): void {
    Object.values(this.fields).forEach((place) => mark(place, ""));
  }

  private text(name: "layers" | "optimizer", pattern?: string): HTMLInputElement {
    const input = h("input", { type: "text", value: this.settings[name], pattern, spellcheck: "false", onchange: () => {
      if (input.checkValidity()) {
        this.settings[name] = input.value;
        this.events.changed();
      } else {
        input.reportValidity();
      }
    } });
    return input;
  }

  private choice(name: "target" | "activation" | "initializer" | "schedule", options: (string | { value: string; text: string })[]): HTMLSelectElement {
    return select(options, this.settings[name], (value) => { this.settings[name] = value; this.events.changed(); });
  }

  private number(name: "epochs" | "batchSize" | "validation" | "seed", limits: { min?: number; max?: number; step?: number }): HTMLInputElement {
    return numberInput(this.settings[name], (value) => { this.settings[name] = value; this.events.changed(); }, limits);
  }

  private standardize(): HTMLElement {
    const box = h("input", { type: "checkbox", checked: this.settings.standardize, onchange: () => { this.settings.standardize = box.checked; this.events.changed(); } });
    return h("label", { class: "check" }, box, t("train.standardize"));
  }

  private file(): HTMLInputElement {
    const file = h("input", { type: "file", accept: ".csv,text/csv", onchange: () => { if (file.files?.[0]) { this.events.upload(file.files[0]); } } });
    return file;
  }

  private async showPreview(): Promise<void> {
    try {
      const data = await this.previews.of(api.dataset(this.settings.dataset));
      if (data) {
        this.preview.replaceChildren(table(data));
      }
    } catch (problem) {
      this.preview.textContent = (problem as Error).message;
    }
  }
}

/** The first rows, under the columns' names and what they were taken for. */
function table(data: Dataset): HTMLElement {
  return h("table", { class: "preview" },
    h("thead", {}, h("tr", {}, ...data.columns.map((column) => h("th", { scope: "col" }, column.name, h("small", {}, named("kind", column.kind, column.kind)))))),
    h("tbody", {}, ...(data.preview ?? []).slice(0, 5).map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell ?? "–"))))));
}
