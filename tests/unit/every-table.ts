import { readdirSync } from 'node:fs';
import type { Setting, Table } from '#components/lib/settings.ts';

const FOLDER = 'components/widgets';

/** The tables of all widgets that links can carry, by the name of their file: `lamp`, `one-tick`. */
export const TABLES: readonly (readonly [name: string, table: Table])[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('-settings.ts'))
    .map(async (file) => {
      const name = file.replace('-settings.ts', '');
      const module = (await import(`../../components/widgets/${name}-settings.ts`)) as Record<
        string,
        unknown
      >;
      const names = Object.keys(module).filter((name) => name.endsWith('Settings'));
      if (names.length !== 1)
        throw new Error(`${file} exports ${names.join(', ')}; expected one table, …Settings`);
      return [name, module[names[0] ?? ''] as Table] as const;
    }),
);

/** The settings of a table with their keys. */
export const settingsOf = (table: Table): [string, Setting<unknown>][] =>
  Object.entries(table) as [string, Setting<unknown>][];
