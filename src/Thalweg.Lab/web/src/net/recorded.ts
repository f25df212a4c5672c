/** An exported book has no Lab behind it: what its figures show was recorded when it was exported. */
export const isRecorded = (): boolean => document.documentElement.hasAttribute("data-recorded");

/** Where a Lab on the reader's own computer listens by itself. */
export const labAddress = "http://127.0.0.1:5280";

/** The file that holds the answer to a request; nothing where none was recorded. */
export function recordedFile(path: string): string | null {
  const found = /^\/api\/(?:(catalog)|objectives\/([^/?]+)\/field|activations\/([^/?]+))/.exec(path);
  if (!found) {
    return null;
  }
  return `data/${found[1] ?? (found[2] ? `field-${found[2]}` : `activation-${found[3]}`)}.json`;
}

export interface RecordedFrame { kind: number; series: number; step: number; values: (number | null)[] }

/** The frames of the race on an objective. */
export async function recordedRace(objective: string): Promise<RecordedFrame[]> {
  const answer = await fetch(`data/race-${objective}.json`);
  return answer.ok ? ((await answer.json()) as RecordedFrame[]) : [];
}
