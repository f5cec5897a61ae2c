import { deviceKeys } from '#components/lib/device-keys.ts';
import { forget, keysKept } from '#components/lib/device-store.ts';

/** Whether this device keeps anything about the reader: progress, predictions, answers. */
export function isReaderKnown(): boolean {
  return readerKeys().length > 0;
}

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
