import { en } from "./en.ts";
import { fr } from "./fr.ts";

export type Key = keyof typeof en;
export type Language = "en" | "fr";

const catalogues: Record<Language, Record<Key, string>> = { en, fr };

let current: Language = choose();

/** The language in force: chosen by the reader, or the browser's. */
export const language = (): Language => current;

function choose(): Language {
  const kept = remembered("thalweg.language");
  if (kept === "en" || kept === "fr") {
    return kept;
  }
  return globalThis.navigator?.language?.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** What the browser keeps; nothing where it may not, as in some files opened from a disk. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The reader has chosen: the browser remembers. */
export function setLanguage(value: Language): void {
  localStorage.setItem("thalweg.language", value);
  useLanguage(value);
}

/** Speaks a language on this page alone. */
export function useLanguage(value: string): void {
  current = value === "fr" ? "fr" : "en";
  document.documentElement.lang = current;
}

/** A text in the reader's language; {names} are replaced by what is given. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return catalogues[current][key].replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** A name's text where there is one, else what the server calls it. */
export function named(prefix: "objective" | "dataset" | "metric" | "kind", name: string, otherwise: string): string {
  return text(`${prefix}.${name}`, otherwise);
}

/** The text of a key; of what isn't one, itself. */
export function text(key: string, otherwise = key): string {
  return key in catalogues[current] ? catalogues[current][key as Key] : otherwise;
}

/** A name and what belongs to it; French puts a space before the colon. */
export const pair = (name: string, value: string): string => t("common.pair", { name, value });

/** A number as the reader writes it, with few significant digits. */
export function number(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  const size = Math.abs(value);
  const scientific = size !== 0 && (size < 1e-3 || size >= 1e6);
  return new Intl.NumberFormat(current, scientific ? { notation: "scientific", maximumSignificantDigits: digits } : { maximumSignificantDigits: digits }).format(value);
}

export const percent = (value: number): string => new Intl.NumberFormat(current, { style: "percent", maximumFractionDigits: 1 }).format(value);

export const date = (value: string): string => new Intl.DateTimeFormat(current, { dateStyle: "short", timeStyle: "short" }).format(new Date(value));
