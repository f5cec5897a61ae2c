import type { DeviceKey } from '#components/lib/device-keys.ts';
import { keep, recall } from '#components/lib/device-store.ts';
import { keepProgress, parseProgress, readerKeys, readingProgress } from './reading-progress.ts';

/** The form of the file; a later one must go on reading this. */
const VERSION = 1;
const LONGEST_FILE = 1_000_000;
/** What a device keeps of a reader: sections read, answers that were right, predictions. */
const isKey = (key: string): key is DeviceKey =>
  /^(progress|(exercise|predict|bet|guess):[a-z0-9-]+)$/.test(key);

/** Everything that this device keeps of the reader, as the text of a file. */
export function progressFile(): string {
  const keys = readerKeys().filter(isKey);
  const kept = Object.fromEntries(keys.toSorted().map((key) => [key, recall(key) ?? '']));
  return `${JSON.stringify({ book: 'unrolled', version: VERSION, kept }, null, 2)}\n`;
}

/**
 * Adds what a file holds to what this device keeps, where it keeps nothing yet; what is here stays.
 * Returns how many entries were new, or a sentence that says what is wrong with the file, and then
 * nothing has changed.
 */
export function addProgress(text: string): { added: number } | { problem: string } {
  const read = entriesOf(text);
  if ('problem' in read) return read;
  let added = 0;
  for (const [key, value] of read.entries) {
    if (key === 'progress') added += addSections(value);
    else if (recall(key) === null) {
      keep(key, value);
      added += 1;
    }
  }
  return { added };
}

function entriesOf(text: string): { entries: [DeviceKey, string][] } | { problem: string } {
  if (text.length > LONGEST_FILE) return { problem: 'This file is too large to be progress.' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'This file is damaged, or is not a file of progress: it is not JSON.' };
  }
  if (typeof file !== 'object' || file === null || !('book' in file) || file.book !== 'unrolled')
    return { problem: 'This is not a file of progress in this book.' };
  if (!('version' in file) || file.version !== VERSION)
    return {
      problem: `The file is of another version; this book reads version ${VERSION}.`,
    };
  if (!('kept' in file) || typeof file.kept !== 'object' || file.kept === null)
    return { problem: 'The file is damaged: it holds no progress.' };
  const entries = Object.entries(file.kept);
  const isWhole = entries.every(
    ([key, value]) => isKey(key) && typeof value === 'string' && value.length < 10_000,
  );
  if (!isWhole) return { problem: 'The file is damaged: it holds what no book has kept.' };
  return { entries: entries as [DeviceKey, string][] };
}

/** Adds sections that were read elsewhere, and returns how many were new. */
function addSections(text: string): number {
  const here = readingProgress();
  let added = 0;
  const chapters = Object.entries(parseProgress(text)).map(([chapter, { read, of }]) => {
    const known = here[chapter]?.read ?? [];
    const all = [...new Set([...known, ...read])];
    added += all.length - known.length;
    return [chapter, { read: all, of: here[chapter]?.of ?? of }] as const;
  });
  if (added > 0) keepProgress({ ...here, ...Object.fromEntries(chapters) });
  return added;
}
