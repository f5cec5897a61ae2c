import type { Definition } from './definition.ts';
import { quoted } from './errors.ts';
import { lower } from './lower.ts';
import { bring } from './ops.ts';
import { parse } from './parse.ts';
import { analyse } from './quantities.ts';
import type { NamesIn } from './names.ts';
import type { Program } from './types.ts';

/**
 * Returns the program of one time step that these equations say.
 * @throws EquationError when a name, a shape or the text makes no sense
 */
export function define<const Text extends string>(
  definition: Definition<Text>,
): Program<NamesIn<Text>> {
  bring(definition.functions ?? []);
  const equations = parse(definition.name, definition.equations);
  const names = analyse(definition, equations);
  checkState(definition, names.state);
  const { steps, quantities } = lower(definition, equations, names);
  return {
    name: definition.name,
    source: definition.source,
    state: definition.state ?? names.state,
    equations,
    steps,
    quantities,
  } as unknown as Program<NamesIn<Text>>;
}

function checkState({ name, state }: Definition, used: readonly string[]): void {
  if (state === undefined) return;
  const missing = used.filter((lagged) => !state.includes(lagged));
  if (missing.length > 0)
    throw new Error(
      `${name}: state is ${quoted(state)}, but ${quoted(missing)} is used at t-1; add it to state`,
    );
}
