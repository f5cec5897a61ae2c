import { opTexOf, type Parts } from './op-tex.ts';
import { opOf } from './ops.ts';
import type { Expression, Program, Quantity, Ref, Step } from './types.ts';

/** Returns the TeX of a name without time index: «W_xh» → W_{xh}. */
export function symbol(name: string): string {
  const [base = name, ...subscripts] = name.split('_');
  const letter = letterOf(base);
  return subscripts.length === 0 ? letter : `${letter}_{${subscripts.join(',')}}`;
}

const GREEK = new Set(['alpha', 'beta', 'gamma', 'delta', 'mu', 'tau']);

/** One letter is itself, a Greek one is called by its name, and a word is set as one. */
function letterOf(base: string): string {
  if (GREEK.has(base)) return `\\${base}`;
  return base.length > 1 ? `\\mathit{${base}}` : base;
}

/** Returns the TeX of each equation of the program; every symbol carries its name, lag and role. */
export const tex = (program: Program): string[] =>
  program.equations.map(
    ({ name, right }) => `${texOf(program, { name, lag: 0 })} = ${texOfExpression(program, right)}`,
  );

/** Returns the TeX of one step: `out = op(inputs)`. */
export function stepTex(program: Program, step: Step): string {
  const op = opOf(step.op);
  // a function has brackets of its own; a matrix needs them around a product too
  const kinds: readonly Expression['kind'][] =
    op.notation === 'call' ? [] : op.shape === 'apply' ? ['sum', 'product'] : ['sum'];
  const inputs = step.inputs.map((ref) => texOf(program, ref, false, kinds));
  return `${texOf(program, { name: step.out, lag: 0 })} = ${opTexOf(step.op).tex({ ...partsOf(program, step), inputs })}`;
}

/** Returns the TeX of a quantity, wrapped so that pages can link it; intermediates show their formula. */
export function texOf(
  program: Program,
  { name, lag }: Ref,
  isGradient = false,
  bracketedKinds: readonly Expression['kind'][] = ['sum'],
): string {
  const quantity = program.quantities.get(name)!;
  if (quantity.formula !== undefined && !name.startsWith('a_')) {
    const formula = bracketed(program, quantity.formula, bracketedKinds);
    return isGradient ? `\\overline{${formula}}` : formula;
  }
  const plain = timedSymbol(name, quantity.timed, lag);
  const text = isGradient ? barred(name, quantity.timed, lag) : plain;
  const role = isGradient ? 'gradient' : quantity.role;
  return `\\htmlData{q=${name},lag=${lag},role=${role}}{${text}}`;
}

function timedSymbol(name: string, timed: boolean, lag: 0 | 1): string {
  if (!timed) return symbol(name);
  const [base = name, ...subscripts] = name.split('_');
  const letter = letterOf(base);
  const time = lag === 1 ? 't-1' : 't';
  return `${letter}_{${[...subscripts, time].join(',')}}`;
}

/** The gradient of a quantity is written with a bar over its letter. */
function barred(name: string, timed: boolean, lag: 0 | 1): string {
  const [base = name, ...subscripts] = name.split('_');
  const indices = timed ? [...subscripts, lag === 1 ? 't-1' : 't'] : subscripts;
  const letter = `\\${base.length > 1 && !GREEK.has(base) ? 'overline' : 'bar'}{${letterOf(base)}}`;
  return indices.length === 0 ? letter : `${letter}_{${indices.join(',')}}`;
}

/** The texts that an operation of the table needs to write itself. */
export function partsOf(program: Program, step: Step): Parts {
  return {
    out: texOf(program, { name: step.out, lag: 0 }),
    inputs: step.inputs.map((ref) => texOf(program, ref)),
    D: texOf(program, { name: step.out, lag: 0 }, true),
    signs: step.signs,
    constant: step.constant,
    scalar: isScalar(program.quantities.get(step.out)),
  };
}

const isScalar = (quantity: Quantity | undefined): boolean => quantity?.shape[0] === 1;

function texOfExpression(program: Program, expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return texOfNumber(expression.value);
    case 'name':
      return texOf(program, { name: expression.name, lag: expression.lag ?? 0 });
    case 'call':
      return opTexOf(expression.op).tex(operands(program, expression.args));
    case 'apply': {
      const matrix = texOf(program, { name: expression.matrix, lag: 0 });
      return `${matrix}\\,${bracketed(program, expression.vector, ['sum', 'product'])}`;
    }
    case 'product': {
      const factors = expression.factors.map((factor) => bracketed(program, factor, ['sum']));
      const vectors = expression.factors.filter((factor) => !isScalarExpression(program, factor));
      // what is no vector scales; two vectors are multiplied element by element
      return factors.join(vectors.length < 2 ? '\\,' : ' \\odot ');
    }
    case 'sum':
      return expression.terms
        .map(({ sign, of }, n) => {
          const text = bracketed(program, of, ['sum']);
          if (n === 0) return sign === 1 ? text : `-${text}`;
          return ` ${sign === 1 ? '+' : '-'} ${text}`;
        })
        .join('');
  }
}

function bracketed(
  program: Program,
  part: Expression,
  kinds: readonly Expression['kind'][],
): string {
  const text = texOfExpression(program, part);
  return kinds.includes(written(part).kind) ? `(${text})` : text;
}

/** What stands on the page of an expression: the identity function is not written. */
function written(expression: Expression): Expression {
  const [inner] = expression.kind === 'call' ? expression.args : [];
  return inner !== undefined && expression.kind === 'call' && expression.op === 'identity'
    ? written(inner)
    : expression;
}

/** A number as books print it: 1e-7 becomes 10^{-7}. */
function texOfNumber(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  return `${mantissa === '1' ? '' : `${mantissa} \\cdot `}10^{${Number(exponent)}}`;
}

function operands(program: Program, args: readonly Expression[]): Parts {
  const inputs = args.map((arg) => texOfExpression(program, arg));
  return { out: '', inputs, D: '', signs: [], constant: 1, scalar: false };
}

function isScalarExpression(program: Program, expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'name':
      return isScalar(program.quantities.get(expression.name));
    case 'call':
      return expression.args.every((part) => isScalarExpression(program, part));
    case 'apply':
      return false;
    case 'product':
      return expression.factors.every((part) => isScalarExpression(program, part));
    case 'sum':
      return expression.terms.every(({ of }) => isScalarExpression(program, of));
  }
}
