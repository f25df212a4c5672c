import { number, t, type Key } from "../i18n/index.ts";
import type { TrainSettings } from "../net/api.ts";

/** A lesson of the chapter as trainings side by side. */
export interface Lesson { key: Key; text: Key; runs: { name: string; settings: Partial<TrainSettings> }[] }

const deep = "16,16,16,16,16,16,16,16";
const chapter: Partial<TrainSettings> = { dataset: "iris", layers: "256,256,256", epochs: 100, batchSize: 30 };

/** The lessons in the reader's language. */
export const lessons = (): Lesson[] => [
  {
    key: "lesson.batches", text: "lesson.batches.text",
    runs: [{ name: t("lesson.batches.all"), settings: { dataset: "iris", layers: "32", optimizer: "sgd(learning_rate=0.1)", batchSize: 150, epochs: 60 } },
      { name: t("lesson.batches.four"), settings: { dataset: "iris", layers: "32", optimizer: "sgd(learning_rate=0.1)", batchSize: 4, epochs: 60 } }],
  },
  {
    key: "lesson.momentum", text: "lesson.momentum.text",
    runs: ["sgd(learning_rate=0.01)", "sgd(learning_rate=0.01, momentum=0.9)"].map((optimizer) => ({ name: optimizer, settings: { dataset: "wine", layers: "32", optimizer, epochs: 60 } })),
  },
  {
    key: "lesson.adam", text: "lesson.adam.text",
    runs: ["sgd(learning_rate=0.01)", "rmsprop(learning_rate=0.001)", "adam(learning_rate=0.001)"].map((optimizer) => ({ name: optimizer, settings: { dataset: "digits", layers: "64", optimizer, epochs: 30 } })),
  },
  {
    key: "lesson.vanishing", text: "lesson.vanishing.text",
    runs: [{ name: "sigmoid", settings: { dataset: "iris", layers: deep, activation: "sigmoid" } }, { name: "relu", settings: { dataset: "iris", layers: deep, activation: "relu", initializer: "he_normal" } }],
  },
  {
    key: "lesson.scaling", text: "lesson.scaling.text",
    runs: [{ name: t("lesson.scaling.raw"), settings: { ...chapter, standardize: false } }, { name: t("lesson.scaling.standardized"), settings: { ...chapter, standardize: true } }],
  },
  {
    key: "lesson.rate", text: "lesson.rate.text",
    runs: [0.001, 0.1, 10].map((rate) => ({ name: `α = ${number(rate)}`, settings: { dataset: "wine", layers: "32", optimizer: `sgd(learning_rate=${rate})` } })),
  },
];
