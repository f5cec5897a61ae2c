/** Texts of an operation's parts, in TeX; `D` is the gradient of the output. */
export interface Parts {
  readonly out: string;
  readonly inputs: readonly string[];
  readonly D: string;
  readonly signs: readonly (1 | -1)[];
  readonly constant: number;
  /** All parts are scalars: products are written by juxtaposition. */
  readonly scalar: boolean;
}

/** How an operation is written: apart from what it does, so that a page without formulas does not load it. */
export interface OpTex {
  /** The right-hand side. */
  tex(parts: Parts): string;
  /** What `pullback` adds to input `which`. */
  adjointTex(parts: Parts, which: number): string;
}

/** Returns how an operation is written. Errors: one that the table does not have. */
export function opTexOf(name: string): OpTex {
  const found = TABLE[name];
  if (found === undefined) throw new Error(`no TeX for «${name}»; add it to op-tex.ts`);
  return found;
}

type Name = (x: string) => string;
type Slope = (y: string, x: string) => string;

/** Of a function of every element. */
const elementwise = (name: Name, slope: Slope): OpTex => ({
  tex: ({ inputs }) => name(inputs[0]!),
  adjointTex: ({ out, inputs, D, scalar }) => {
    const factor = slope(out, inputs[0]!);
    if (factor === '1') return D;
    return `${D}${scalar ? '\\,' : ' \\odot '}${factor}`;
  },
});

/** Writes a function by its name in upright letters. */
const named =
  (name: string): Name =>
  (x) =>
    `\\operatorname{${name}}(${x})`;

const joined = (text: string, part: string, sign: 1 | -1): string =>
  text === '' ? (sign === 1 ? part : `-${part}`) : `${text} ${sign === 1 ? '+' : '-'} ${part}`;

function multiplied({ constant, scalar }: Parts, factors: readonly string[]): string {
  const sign = scalar ? '\\,' : ' \\odot ';
  const text = factors.join(sign);
  if (constant === 1) return text;
  return constant === -1 ? `-${text}` : `${String(constant)}\\,${text}`;
}

const linear: Readonly<Record<string, OpTex>> = {
  apply: {
    tex: ({ inputs }) => `${inputs[0]}\\,${inputs[1]}`,
    adjointTex: ({ inputs, D, scalar }, which) => {
      if (which === 0) return scalar ? `${D}\\,${inputs[1]}` : `${D}\\,${inputs[1]}^{\\top}`;
      return scalar ? `${inputs[0]}\\,${D}` : `${inputs[0]}^{\\top}${D}`;
    },
  },
  sum: {
    tex: ({ inputs, signs, constant }) => {
      const first = constant === 0 ? '' : String(constant);
      return inputs.reduce((text, part, n) => joined(text, part, signs[n]!), first);
    },
    adjointTex: ({ D, signs }, which) => (signs[which] === -1 ? `-${D}` : D),
  },
  product: {
    tex: (parts) => multiplied(parts, parts.inputs),
    adjointTex: (parts, which) =>
      multiplied(parts, [parts.D, ...parts.inputs.filter((_, n) => n !== which)]),
  },
  dot: {
    tex: ({ inputs }) => `{${inputs[0]}}^{\\top}${inputs[1]}`,
    adjointTex: ({ inputs, D }, which) => `${D}\\,${inputs[1 - which]}`,
  },
};

const functions: Readonly<Record<string, OpTex>> = {
  tanh: elementwise(
    (x) => `\\tanh(${x})`,
    (y) => `(1 - {${y}}^{2})`,
  ),
  sigmoid: elementwise(
    (x) => `\\sigma(${x})`,
    (y) => `${y}\\,(1 - ${y})`,
  ),
  identity: elementwise(
    (x) => x,
    () => '1',
  ),
  relu: elementwise(named('ReLU'), (_, x) => `[${x} > 0]`),
  hard_sigmoid: elementwise(
    (x) => `\\operatorname{hard}\\,\\sigma(${x})`,
    (y) => `0.2\\,[0 < ${y} < 1]`,
  ),
  hard_tanh: elementwise(named('hard\\,tanh'), (y) => `[-1 < ${y} < 1]`),
  reciprocal: elementwise(
    (x) => `{(${x})}^{-1}`,
    (y) => `(-{(${y})}^{2})`,
  ),
  softplus: elementwise(named('softplus'), (_, x) => `\\sigma(${x})`),
  log_sigmoid: elementwise(
    (x) => `\\log \\sigma(${x})`,
    (_, x) => `\\sigma(-${x})`,
  ),
  silu: elementwise(named('SiLU'), (y, x) => `(\\sigma(${x}) + ${y} \\odot \\sigma(-${x}))`),
  softsign: elementwise(named('softsign'), (_, x) => `(1 + |${x}|)^{-2}`),
  elu: elementwise(named('ELU'), (_, x) => `\\min(1, e^{${x}})`),
  gelu: elementwise(named('GELU'), (_, x) => `(\\Phi(${x}) + ${x} \\odot \\varphi(${x}))`),
  log: elementwise(
    (x) => `\\log(${x})`,
    (_, x) => `{(${x})}^{-1}`,
  ),
  softmax: {
    tex: ({ inputs }) => `\\operatorname{softmax}(${inputs[0]})`,
    adjointTex: ({ out, D }) => `${out} \\odot (${D} - {${out}}^{\\top}${D})`,
  },
  log_softmax: {
    tex: ({ inputs }) => `\\log \\operatorname{softmax}(${inputs[0]})`,
    adjointTex: ({ out, D }) => `${D} - e^{${out}}\\,(\\mathbf{1}^{\\top}${D})`,
  },
};

const memory: Readonly<Record<string, OpTex>> = {
  transposed: {
    tex: ({ inputs }) => `{${inputs[0]}}^{\\top}${inputs[1]}`,
    adjointTex: ({ inputs, D }, which) =>
      which === 0 ? `${inputs[1]}\\,{${D}}^{\\top}` : `${inputs[0]}\\,${D}`,
  },
  additive: {
    tex: ({ inputs }) =>
      `\\tanh(${inputs[0]} + \\mathbf{1}\\,{${inputs[1]}}^{\\top})\\,${inputs[2]}`,
    adjointTex: ({ inputs: [matrix, vector, weights], D }, which) => {
      const inside = `\\tanh(${matrix} + \\mathbf{1}\\,{${vector}}^{\\top})`;
      if (which === 2) return `{${inside}}^{\\top}${D}`;
      const whole = `${D}\\,{${weights}}^{\\top} \\odot (1 - {${inside}}^{2})`;
      return which === 0 ? whole : `(${whole})^{\\top}\\mathbf{1}`;
    },
  },
  concat: {
    tex: ({ inputs }) => `[${inputs[0]};\\, ${inputs[1]}]`,
    adjointTex: ({ D, inputs }, which) =>
      `\\text{${which === 0 ? 'upper' : 'lower'} part of }${D}\\text{ that was }${inputs[which]}`,
  },
};

const softmaxOf: Name = (o) => `\\operatorname{softmax}(${o})`;

/** Of the losses that compare classes. */
const ofClasses = (tex: (o: string, d: string) => string): OpTex => ({
  tex: ({ inputs }) => tex(inputs[0]!, inputs[1]!),
  adjointTex: ({ inputs: [o, d], D }, which) =>
    which === 0 ? `${D}\\,(${softmaxOf(o!)} - ${d})` : `-${D}\\,\\log ${softmaxOf(o!)}`,
});

const losses: Readonly<Record<string, OpTex>> = {
  bce: {
    tex: ({ inputs }) => `\\operatorname{BCE}(\\sigma(${inputs[0]}), ${inputs[1]})`,
    adjointTex: ({ inputs: [o, d], D }, which) =>
      which === 0 ? `${D}\\,(\\sigma(${o}) - ${d})` : `-${D}\\,${o}`,
  },
  cross_entropy: ofClasses((o, d) => `-{${d}}^{\\top} \\log ${softmaxOf(o)}`),
  kl_divergence: ofClasses((o, d) => `\\operatorname{KL}(${d} \\,\\|\\, ${softmaxOf(o)})`),
  squared_error: {
    tex: ({ inputs }) => `\\tfrac{1}{2}\\lVert ${inputs[0]} - ${inputs[1]} \\rVert^{2}`,
    adjointTex: ({ inputs, D }, which) =>
      `${which === 0 ? '' : '-'}${D}\\,(${inputs[0]} - ${inputs[1]})`,
  },
};

const TABLE: Readonly<Record<string, OpTex>> = { ...linear, ...functions, ...memory, ...losses };
