import { field, h, numberInput, select } from "../dom.ts";
import { t } from "../i18n/index.ts";
import type { Catalog, Objective } from "../net/api.ts";
import type { Racer } from "./race-state.ts";

const Shown = ["learning_rate", "momentum", "beta_1", "beta_2"] as const;
const Labels = { learning_rate: "descent.learningRate", momentum: "descent.momentum", beta_1: "descent.beta1", beta_2: "descent.beta2" } as const;

/** A racer's settings, each of which may be changed while it runs. */
export function racerCard(racer: Racer, place: number, catalog: Catalog, objective: Objective, onchange: (racer: Racer) => void, onremove: (() => void) | null): HTMLElement {
  const known = catalog.optimizers.find((one) => one.name === racer.optimizer);
  const change = (part: Partial<Racer>): void => onchange({ ...racer, ...part });
  const settings = Shown.flatMap((name) => {
    const usual = known?.settings.find((one) => one.name === name)?.default;
    const value = racer.settings[name] ?? usual;
    return typeof usual !== "number" || typeof value !== "number" ? [] : [field(t(Labels[name]), numberInput(value, (typed) => change({ settings: { ...racer.settings, [name]: typed } }), { min: 0, max: name === "learning_rate" ? 1000 : 0.9999 }))];
  });
  const samples = objective.samples;
  return h("fieldset", { class: `racer series-${place}` },
    h("legend", {}, `${t("descent.racer")} ${place + 1}`),
    field(t("descent.optimizer"), select(catalog.optimizers.map((one) => one.name), racer.optimizer, (optimizer) => change({ optimizer, settings: { learning_rate: racer.settings["learning_rate"] ?? 0.1 } }))),
    ...settings,
    samples ? field(t("descent.batch"), numberInput(racer.batchSize, (batchSize) => change({ batchSize }), { min: 0, max: samples, step: 1 })) : null,
    samples ? field(t("descent.sampling"), select([
      { value: "replacement", text: t("descent.replacement") }, { value: "permutation", text: t("descent.permutation") }], racer.sampling, (sampling) => change({ sampling }))) : null,
    field(t("descent.noise"), numberInput(racer.noise, (noise) => change({ noise }), { min: 0, max: 1e6 })),
    onremove ? h("button", { type: "button", class: "quiet", onclick: onremove }, `${t("descent.remove")} ${place + 1}`) : null);
}
