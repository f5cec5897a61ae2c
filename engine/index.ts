export { define } from './program/define.ts';
export { everyOp } from './program/every-op.ts';
export { EquationError } from './program/errors.ts';
export { parse } from './program/parse.ts';
export { show } from './program/show.ts';
export { join } from './program/join.ts';
export { withFunctions } from './program/rename.ts';
export { symbol, tex } from './program/tex.ts';
export { adjointTex } from './program/adjoint-tex.ts';
export type { Program } from './program/types.ts';
export { compile, type Machine } from './machine/machine.ts';
export { Trace } from './machine/trace.ts';
export { play, type Numbers, type Setting } from './machine/play.ts';
export {
  record,
  recordPullback,
  type Contribution,
  type Operand,
  type Operation,
} from './machine/record.ts';
export { bptt } from './learn/bptt.ts';
export { gradcheck } from './learn/gradcheck.ts';
export { adadelta } from './learn/adadelta.ts';
export { adagrad } from './learn/adagrad.ts';
export { adam, adamw } from './learn/adam.ts';
export { adamax } from './learn/adamax.ts';
export { radam } from './learn/radam.ts';
export { rmsprop } from './learn/rmsprop.ts';
export { sgd } from './learn/sgd.ts';
export type { Optimizer } from './learn/optimizer.ts';
export * from './cells/index.ts';
export { cells } from './cells/list.ts';
export {
  crossEntropyLoss,
  heads,
  lamp,
  linearHead,
  logisticHead,
  losses,
  sigmoidHead,
  softmaxHead,
  squaredErrorLoss,
  targetUnitsHead,
} from './heads/index.ts';
export { neuronLamp } from './models/neuron-lamp.ts';
export { encodeQuotes, type QuoteItem, type QuoteRates } from './tasks/quote.ts';
