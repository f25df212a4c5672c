import { language } from "../i18n/index.ts";

/** An exported book has no Lab behind it: what its figures show was recorded when it was exported. */
export const isRecorded = (): boolean => document.documentElement.hasAttribute("data-recorded");

/** Where a Lab on the reader's own computer listens by itself. */
export const labAddress = "http://127.0.0.1:5280";

/** The file that holds the answer to a request; nothing where none was recorded. */
export function recordedFile(path: string): string | null {
  const found = /^\/api\/(?:(catalog)|objectives\/([^/?]+)\/field|activations\/([^/?]+)|book\/([^/?]+))/.exec(path);
  if (!found) {
    return null;
  }
  const [, catalog, field, activation, figure] = found;
  return `data/${catalog ? `catalog-${language()}` : (field ? `field-${field}` : activation ? `activation-${activation}` : `book-${figure}`)}.json`;
}

export interface RecordedFrame { kind: number; series: number; step: number; values: (number | null)[] }

let figures: Promise<string[]> | undefined;

/** The frames of the race that a figure's query asks for: they bear the figure's number in the book. */
export async function recordedRace(query: string): Promise<RecordedFrame[]> {
  figures ??= fetch("book/figures.json").then((answer) => answer.json() as Promise<string[]>);
  const answer = await fetch(`data/race-${(await figures).indexOf(`descent?${query}`)}.json`);
  return answer.ok ? ((await answer.json()) as RecordedFrame[]) : [];
}
