import { deviceKeys } from '#components/lib/device-keys.ts';
import { forget, keep, keysKept, recall } from '#components/lib/device-store.ts';

/** What was read of one chapter: ids of sections, and how many sections the chapter has. */
export interface ChapterProgress {
  readonly read: readonly string[];
  readonly of: number;
}

/**
 * Progress through the book, by slug of chapter. It never leaves the device. Chapters and sections
 * stand in the order in which they were last read, so that the last of the last tells where one was.
 */
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

/** Progress with one more section read, or one read again. */
export function withSection(
  progress: Progress,
  chapter: string,
  section: string,
  of: number,
): Progress {
  const { [chapter]: known, ...others } = progress;
  const before = known?.read.filter((other) => other !== section) ?? [];
  return { ...others, [chapter]: { read: [...before, section], of } };
}

/** A section of the book, by the slug of its chapter and its id. */
export interface Place {
  readonly chapter: string;
  readonly section: string;
}

/**
 * Where to go on: the place of `chain` after the one that was read last. Nothing where nothing of the
 * chain was read, or its end was.
 */
export function placeToGoOn<At extends Place>(
  progress: Progress,
  chain: readonly At[],
): At | undefined {
  const last = Object.entries(progress)
    .flatMap(([chapter, { read }]) => read.map((section) => ({ chapter, section })))
    .map((was) => chain.findIndex((at) => at.chapter === was.chapter && at.section === was.section))
    .findLast((index) => index >= 0);
  return last === undefined ? undefined : chain[last + 1];
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

/** Tells the page that what was read is forgotten. */
export const FORGOTTEN = 'reading:forgotten';

/** Forgets progress, predictions and answers; what the reader prefers stays. */
export function forgetReader(): void {
  for (const known of readerKeys()) forget(known);
}

/** The keys of what this device keeps about the reader. */
export function readerKeys(): string[] {
  const preferred = new Set<string>(
    deviceKeys.filter((shelf) => shelf.is === 'preference').map(({ key }) => key),
  );
  return keysKept().filter((kept) => !preferred.has(kept));
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
