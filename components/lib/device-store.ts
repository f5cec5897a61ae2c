import type { DeviceKey } from './device-keys.ts';

/** What every key begins with in the storage of the browser. */
export const prefix = 'unrolled:';

/** What a visit remembers where the device refuses to (private windows, blocked or full storage). */
const visit = new Map<string, string>();

/** What this device, or this visit, keeps under `key`, or null. Never throws. */
export function recall(key: DeviceKey): string | null {
  try {
    return visit.get(key) ?? localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Keeps `text` on this device, for this visit only where storage is denied; null forgets it. */
export function keep(key: DeviceKey, text: string | null): void {
  forget(key);
  if (text === null) return;
  try {
    localStorage.setItem(prefix + key, text);
  } catch {
    visit.set(key, text);
  }
}

/** Forgets what is kept under any key, also one that an older edition of the book used. */
export function forget(key: string): void {
  visit.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // storage is denied: it keeps nothing
  }
}

/** Whether this device keeps things under `key` for the next page too. */
export function isKept(key: DeviceKey): boolean {
  try {
    return localStorage.length >= 0 && !visit.has(key);
  } catch {
    return false;
  }
}

/** The keys under which this device, or this visit, keeps something. */
export function keysKept(): string[] {
  const keys = new Set(visit.keys());
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key?.startsWith(prefix)) keys.add(key.slice(prefix.length));
    }
  } catch {
    // storage is denied: the visit remembers
  }
  return [...keys];
}
