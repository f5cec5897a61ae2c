import type { Machine } from '../machine/machine.ts';
import type { Trace } from '../machine/trace.ts';
import { log } from '../math/log.ts';
import { rng } from '../math/rng.ts';

/** Parameters to start from, by name: one number for all units. */
export type Starts = Readonly<Record<string, number>>;

/**
 * Writes start weights into a trace: matrices and other weights uniform in ±1/√H, everything that is
 * called b, or b_ and more, at 0 or at what `starts` says. The same seed gives the same weights.
 * Errors: a start for a name that the program does not have.
 */
export function drawStart(machine: Machine, trace: Trace, seed: number, starts: Starts = {}): void {
  const random = rng(seed).stream('weights');
  const { program, layout } = machine;
  const names = [...program.quantities.values()].filter(({ role }) => role === 'param');
  for (const name of Object.keys(starts))
    if (!names.some((param) => param.name === name))
      throw new Error(
        `${program.name} has no parameter «${name}»; it has ${names.map((param) => `«${param.name}»`).join(', ')}`,
      );
  const spread = 1 / Math.sqrt(layout.sizes['H'] ?? 1);
  for (const { name } of names) {
    const view = trace.value(name);
    const isBias = /^b(_|$)/.test(name);
    for (let i = 0; i < view.length; i++) {
      const drawn = isBias ? 0 : spread * (2 * random.uniform() - 1);
      view[i] = starts[name] ?? drawn;
    }
  }
}

/**
 * Sets the biases of an LSTM for gaps of up to `longest` steps: log U[1, longest − 1] for the forget
 * gate, the negative for the input gate. Source: tallec2018.
 */
export function startChrono(trace: Trace, seed: number, longest: number): void {
  const random = rng(seed).stream('chrono');
  const [forget, input] = [trace.value('b_f'), trace.value('b_i')];
  for (let i = 0; i < forget.length; i++) {
    const bias = log(1 + (longest - 2) * random.uniform());
    forget[i] = bias;
    input[i] = -bias;
  }
}
