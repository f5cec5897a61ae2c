import { number, short } from '#components/lib/format.ts';
import type { Trace } from '#engine/index.ts';
import type { Expression } from '#engine/program/types.ts';
import { runExperiment } from './experiments.ts';

/**
 * Returns the equation of a scalar quantity at step t with every symbol replaced by its number, as
 * HTML: «0.790 = tanh(2 × −0.964 + 3 × 1 + 0)». Errors: a quantity that no equation defines.
 */
export function inNumbers(experiment: string, name: string, t: number): string {
  const { trace } = runExperiment(experiment);
  const equation = trace.program.equations.find((candidate) => candidate.name === name);
  if (equation === undefined) {
    const names = trace.program.equations.map((candidate) => candidate.name).join(', ');
    throw new Error(`${experiment} has no equation for «${name}»; it has ${names}`);
  }
  return `${valueOf(trace, name, t)} = ${inside(trace, equation.right, t)}`;
}

function inside(trace: Trace, expression: Expression, t: number): string {
  switch (expression.kind) {
    case 'number':
      return short(expression.value);
    case 'name':
      return valueOf(
        trace,
        expression.name,
        expression.lag === null ? undefined : t - expression.lag,
      );
    case 'call': {
      const args = expression.args.map((part) => inside(trace, part, t)).join(', ');
      return expression.op === 'identity'
        ? args
        : `${FUNCTION[expression.op] ?? expression.op}(${args})`;
    }
    case 'apply':
      return `${valueOf(trace, expression.matrix, undefined)} × ${bracketed(trace, expression.vector, t)}`;
    case 'product':
      return expression.factors.map((part) => bracketed(trace, part, t)).join(' × ');
    case 'sum':
      return expression.terms
        .map(
          ({ sign, of }, n) =>
            `${n === 0 ? (sign === 1 ? '' : '−') : sign === 1 ? ' + ' : ' − '}${bracketed(trace, of, t)}`,
        )
        .join('');
  }
}

const FUNCTION: Readonly<Record<string, string>> = { sigmoid: 'σ' };

function bracketed(trace: Trace, part: Expression, t: number): string {
  const text = inside(trace, part, t);
  return part.kind === 'sum' ? `(${text})` : text;
}

/** A quantity's number in the colour of its role; settings as a person would write them. */
function valueOf(trace: Trace, name: string, t: number | undefined): string {
  const { role = 'value' } = trace.program.quantities.get(name) ?? {};
  const values = trace.value(name, t);
  const [value = NaN] = values;
  if (values.length !== 1)
    throw new Error(
      `${trace.program.name}: «${name}» has ${values.length} numbers; only scalars can be written out`,
    );
  const text =
    role === 'param' || role === 'input' || role === 'target' ? short(value) : number(value);
  const time = t === undefined ? '' : ` data-t="${t}"`;
  return `<span class="num" data-v="${value}" data-q="${name}"${time} data-role="${role}">${text}</span>`;
}
