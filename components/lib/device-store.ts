const prefix = 'unrolled:';

/** What a visit remembers where the device refuses to (private windows, blocked storage). */
const visit = new Map<string, string>();

/** What this device keeps under `key`, or null. Never throws, also where storage is denied. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? visit.get(key) ?? null;
  } catch {
    return visit.get(key) ?? null;
  }
}

/** Keeps `text` on this device, for this visit only where storage is denied; null forgets it. */
export function keep(key: string, text: string | null): void {
  if (text === null) visit.delete(key);
  else visit.set(key, text);
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    // storage is denied: the visit remembers
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
