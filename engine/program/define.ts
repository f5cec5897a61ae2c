import { EquationError, quoted } from './errors.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { analyse } from './quantities.ts';
import type { NamesIn } from './names.ts';
import type { Program, Size } from './types.ts';

/** What an author writes: the whole of a cell or a head. */
export interface Definition<Text extends string = string> {
  readonly name: string;
  /** Keys of the bibliography. */
  readonly source: readonly string[];
  readonly equations: Text;
  /**
   * Lengths of vectors other than H, and with them the quantities that come from outside:
   * a name that no equation defines is an input. Default { x: 'D' }.
   */
  readonly sizes?: Readonly<Record<string, Size>>;
  /** States, when their order matters; the default is all names used at t − 1, as defined. */
  readonly state?: readonly string[];
  /** The quantity that is read as the answer, if any. */
  readonly output?: string;
}

/**
 * Returns the program of one time step that these equations say.
 * @throws EquationError when a name, a shape or the text makes no sense
 */
export function define<const Text extends string>(
  definition: Definition<Text>,
): Program<NamesIn<Text>> {
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

export { EquationError };
