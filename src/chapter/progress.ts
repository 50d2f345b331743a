/** Which challenges are solved, kept in the browser. What comes from storage may be anything: it is read with care. */
import { CHALLENGE_IDS, type ChallengeId, type Memory } from './challenge.ts';

export interface Progress extends Memory {
  readonly solved: readonly ChallengeId[];
}

export const NO_PROGRESS: Progress = { solved: [], four: false };

const VERSION = 1;

export function writeProgress({ solved, four }: Progress): string {
  return JSON.stringify({ v: VERSION, solved, four });
}

/** The progress that a text speaks of; none when it is not one of ours. Ids that are not known are left out. */
export function readProgress(text: string | null): Progress {
  const data = parsed(text ?? '');
  if (!isRecord(data) || data['v'] !== VERSION) return NO_PROGRESS;
  const listed: readonly unknown[] = Array.isArray(data['solved']) ? data['solved'] : [];
  return { solved: CHALLENGE_IDS.filter((id) => listed.includes(id)), four: data['four'] === true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

/** Solved once is solved for good; the other entries stay. */
export function withSolved(progress: Progress, id: ChallengeId): Progress {
  if (progress.solved.includes(id)) return progress;
  return { ...progress, solved: CHALLENGE_IDS.filter((other) => other === id || progress.solved.includes(other)) };
}
