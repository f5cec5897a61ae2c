/** A file of the book as the build lists it. */
export interface KeptFile {
  /** Address below the root of the book: `recurrence/`, `_astro/Lamp.B2xk.js`; empty for the home page. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
}

/** Everything that a device keeps to have the whole book, made by src/tools/keep-list.mjs. */
export interface KeepList {
  readonly version: string;
  readonly bytes: number;
  readonly files: readonly KeptFile[];
}

/** What the book says of itself in a small file: which version is out and how large it is. */
export type KeepNotice =
  | { readonly off: false; readonly version: string; readonly bytes: number }
  /** The kill switch: every device that reads this lets go of what it keeps. */
  | { readonly off: true };

export const LIST = 'keep-list.json';
export const NOTICE = 'keep.json';
export const WORKER = 'sw.js';

/** The notice as published now; undefined without network, and where the book was not built. */
export async function readNotice(base: string): Promise<KeepNotice | undefined> {
  if (!navigator.onLine) return undefined;
  try {
    const answer = await fetch(base + NOTICE, { cache: 'no-store' });
    return noticeOf(await answer.json());
  } catch {
    return undefined;
  }
}

/** Bytes as a reader is told: «6.2 MB». */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A kill switch written by hand need say nothing but «off». */
function noticeOf(read: unknown): KeepNotice | undefined {
  const { off, version, bytes } = (read ?? {}) as Record<string, unknown>;
  if (off === true) return { off };
  if (off !== false || typeof version !== 'string' || typeof bytes !== 'number') return undefined;
  return { off, version, bytes };
}
