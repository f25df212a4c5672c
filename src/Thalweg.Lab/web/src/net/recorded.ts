import { language } from "../i18n/index.ts";

/** An exported book has no Lab behind it: what its figures show was recorded when it was exported. */
export const isRecorded = (): boolean => document.documentElement.hasAttribute("data-recorded");

/** Where a Lab on the reader's own computer listens by itself. */
export const labAddress = "http://127.0.0.1:5280";

const slug = (text: string): string => text.replace(/[^A-Za-z0-9.]+/g, "-");

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

/** The frames of the race that a figure's query asks for. */
export async function recordedRace(query: string): Promise<RecordedFrame[]> {
  const answer = await fetch(`data/race-${slug(query)}.json`);
  return answer.ok ? ((await answer.json()) as RecordedFrame[]) : [];
}
