/**
 * Runs in a chapter inside a learning management system, before anything else of the page: gives the
 * page a store that the system keeps instead of the device, and reports the share of exercises solved.
 * Without a system the chapter works as a file does.
 */
import { decodeVisit, encodeVisit } from './scorm-visit.ts';

/** The part of the SCORM 1.2 interface that is used; every argument and answer is text. */
interface Api {
  LMSInitialize(nothing: ''): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSFinish(nothing: ''): string;
}

const PREFIX = 'unrolled:';

const api = apiFrom(window) ?? (window.opener === null ? undefined : apiFrom(window.opener));
if (api !== undefined) serve(api);

/** The standard’s walk: from window to parent, at most 500 of them; a foreign parent ends it. */
function apiFrom(start: Window): Api | undefined {
  let at: Window & { API?: Api } = start;
  for (let steps = 0; steps < 500; steps++) {
    try {
      if (at.API !== undefined && at.API !== null) return at.API;
    } catch {
      return undefined;
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

function serve(lms: Api): void {
  lms.LMSInitialize('');
  const { solved: before, kept } = decodeVisit(lms.LMSGetValue('cmi.suspend_data'));
  const solved = new Set(before);
  const store = new Map(kept);
  let isDue = false;

  const save = (): void => {
    isDue = false;
    const exercises = [...document.querySelectorAll('.exercise[id]')].map(({ id }) => id);
    const share =
      exercises.length === 0
        ? 1
        : exercises.filter((id) => solved.has(id)).length / exercises.length;
    lms.LMSSetValue('cmi.core.score.min', '0');
    lms.LMSSetValue('cmi.core.score.max', '100');
    lms.LMSSetValue('cmi.core.score.raw', String(Math.round(100 * share)));
    lms.LMSSetValue('cmi.core.lesson_status', share === 1 ? 'completed' : 'incomplete');
    lms.LMSSetValue('cmi.core.exit', 'suspend');
    lms.LMSSetValue('cmi.suspend_data', encodeVisit({ solved: [...solved], kept: store }));
    lms.LMSCommit('');
  };
  const changed = (key: string): void => {
    if (key.startsWith('exercise:') && store.has(key)) solved.add(key.slice('exercise:'.length));
    if (isDue) return;
    isDue = true;
    queueMicrotask(save);
  };

  const bare = (key: string): string => key.slice(PREFIX.length);
  Object.defineProperty(window, 'localStorage', {
    value: {
      get length() {
        return store.size;
      },
      key: (n: number) => {
        const key = [...store.keys()][n];
        return key === undefined ? null : PREFIX + key;
      },
      getItem: (key: string) => store.get(bare(key)) ?? null,
      setItem(key: string, text: string) {
        store.set(bare(key), text);
        changed(bare(key));
      },
      removeItem(key: string) {
        store.delete(bare(key));
        changed(bare(key));
      },
    },
  });
  addEventListener('pagehide', () => {
    save();
    lms.LMSFinish('');
  });
}
