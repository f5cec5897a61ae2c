import { keep, keysKept, recall } from '#components/lib/device-store.ts';

/** What was read of one chapter: ids of sections, and how many sections the chapter has. */
export interface ChapterProgress {
  readonly read: readonly string[];
  readonly of: number;
}

/** Progress through the book, by slug of chapter. It never leaves the device. */
export type Progress = Readonly<Record<string, ChapterProgress>>;

const key = 'progress';

/** The progress kept on this device; empty where nothing, or nothing legible, is kept. */
export function readingProgress(): Progress {
  return parseProgress(recall(key));
}

/** Progress as written by `keepProgress`; leaves out whatever does not have its form. Never throws. */
export function parseProgress(text: string | null): Progress {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  const chapters = Object.entries(kept).filter((entry): entry is [string, ChapterProgress] =>
    isChapterProgress(entry[1]),
  );
  return Object.fromEntries(chapters);
}

/** Progress with one more section read. */
export function withSection(
  progress: Progress,
  chapter: string,
  section: string,
  of: number,
): Progress {
  const read = new Set(progress[chapter]?.read);
  read.add(section);
  return { ...progress, [chapter]: { read: [...read], of } };
}

/** The share of a chapter that was read, 0 to 1. */
export function shareRead(chapter: ChapterProgress | undefined): number {
  if (chapter === undefined || chapter.of === 0) return 0;
  return Math.min(1, chapter.read.length / chapter.of);
}

/** Keeps progress on this device. */
export function keepProgress(progress: Progress): void {
  keep(key, JSON.stringify(progress));
}

/** Whether this device keeps anything about the reader: progress, predictions, answers. */
export function isReaderKnown(): boolean {
  return readerKeys().length > 0;
}

/** Forgets progress, predictions and answers; the chosen theme stays. */
export function forgetReader(): void {
  for (const known of readerKeys()) keep(known, null);
}

/** The keys of what this device keeps about the reader. */
export function readerKeys(): string[] {
  return keysKept().filter((kept) => kept !== 'theme');
}

function isChapterProgress(kept: unknown): kept is ChapterProgress {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('read' in kept) || !('of' in kept)) return false;
  return (
    typeof kept.of === 'number' &&
    Array.isArray(kept.read) &&
    kept.read.every((section) => typeof section === 'string')
  );
}
