import { readNumber, short } from './format.ts';

/** One setting: its default, how it is written in a link, how it is read back. */
export interface Setting<Value> {
  readonly label: string;
  readonly fallback: Value;
  write(value: Value): string;
  /** Returns the value, or a sentence part that says what was expected. */
  read(text: string): { readonly value: Value } | { readonly expected: string };
}

export interface NumberSetting extends Setting<number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface ChoiceSetting<Option extends string> extends Setting<Option> {
  readonly options: readonly Option[];
}

export interface TextSetting extends Setting<string> {
  readonly maxLength: number;
}

/** The table of a widget: from it come controls, reset, link and validation. */
export type Table = Readonly<Record<string, Setting<never> | Setting<number> | Setting<string>>>;

export type Values<T extends Table> = {
  -readonly [Key in keyof T]: T[Key] extends Setting<infer Value> ? Value : never;
};

/** A whole number from min to max. */
export function integer(min: number, max: number, fallback: number, label = ''): NumberSetting {
  return ranged({ min, max, fallback, label, step: 1, isWhole: true });
}

/** A number from min to max; `step` is that of its slider, not a rounding. */
export function decimal(
  min: number,
  max: number,
  fallback: number,
  { label = '', step = 0.01 }: { label?: string; step?: number } = {},
): NumberSetting {
  return ranged({ min, max, fallback, label, step, isWhole: false });
}

/** A text of at most `maxLength` characters. */
export function text(
  fallback: string,
  { label = '', maxLength = 120 }: { label?: string; maxLength?: number } = {},
): TextSetting {
  return {
    label,
    fallback,
    maxLength,
    write: (value) => value,
    read: (found) =>
      [...found].length <= maxLength
        ? { value: found }
        : { expected: `a text of at most ${maxLength} characters` },
  };
}

/** One of several words. */
export function choice<const Option extends string>(
  options: readonly Option[],
  fallback: Option,
  label = '',
): ChoiceSetting<Option> {
  return {
    label,
    fallback,
    options,
    write: (value) => value,
    read: (found) => {
      const value = options.find((option) => option === found);
      return value === undefined ? { expected: `one of ${options.join(', ')}` } : { value };
    },
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly label: string;
  readonly step: number;
  readonly isWhole: boolean;
}

function ranged({ isWhole, ...range }: Range): NumberSetting {
  const { min, max } = range;
  const kind = isWhole ? 'a whole number' : 'a number';
  return {
    ...range,
    write: (value) => String(value),
    read: (found) => {
      const value = readNumber(found);
      const isGood = value !== undefined && value >= min && value <= max;
      return isGood && (!isWhole || Number.isInteger(value))
        ? { value }
        : { expected: `${kind} from ${short(min)} to ${short(max)}` };
    },
  };
}

/** The defaults of a table, as a fresh object. */
export const defaults = <T extends Table>(table: T): Values<T> =>
  Object.fromEntries(
    Object.entries(table).map(([key, { fallback }]) => [key, fallback]),
  ) as Values<T>;

/** The version that links carry; a later format must go on reading this one. */
const VERSION = '1';

/** Returns what stands after «?» in a link: the version and every value that is not the default. */
export function encodeSettings<T extends Table>(table: T, values: Values<T>): string {
  const query = new URLSearchParams({ v: VERSION });
  for (const [key, setting] of Object.entries(table) as [string, Setting<unknown>][])
    if (values[key] !== setting.fallback) query.set(key, setting.write(values[key]));
  return query.toString();
}

/**
 * Reads what stands after «?» in a link. Never throws: what is damaged becomes the default of the
 * whole table, and `problems` says in sentences what was found and what was expected.
 */
export function decodeSettings<T extends Table>(
  table: T,
  query: string,
): { values: Values<T>; problems: string[] } {
  const found = new URLSearchParams(query.slice(0, 4000));
  const values = defaults(table);
  const problems: string[] = [];
  const version = found.get('v');
  if (version !== null && version !== VERSION)
    problems.push(
      `The link is of version «${clipped(version)}»; this book reads version ${VERSION}.`,
    );
  for (const [key, written] of found) {
    if (key === 'v') continue;
    const setting = table[key] as Setting<unknown> | undefined;
    if (setting === undefined || !Object.hasOwn(table, key)) {
      problems.push(
        `There is no setting «${clipped(key)}»; there are ${Object.keys(table).join(', ')}.`,
      );
      continue;
    }
    const result = setting.read(written);
    if ('value' in result) (values as Record<string, unknown>)[key] = result.value;
    else problems.push(`«${key}» is «${clipped(written)}»; expected ${result.expected}.`);
  }
  return problems.length === 0 ? { values, problems } : { values: defaults(table), problems };
}

const clipped = (found: string): string => (found.length > 40 ? `${found.slice(0, 40)}…` : found);
