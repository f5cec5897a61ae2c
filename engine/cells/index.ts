/** Every cell of the book. A new one is a file of equations and a line here. */
export * from './gru-reset-before.ts';
export * from './gru.ts';
export * from './indrnn.ts';
export * from './janet.ts';
export * from './jordan.ts';
export * from './leaky.ts';
export * from './lstm-1997.ts';
export * from './lstm-coupled.ts';
export * from './lstm-peephole.ts';
export * from './lstm-projected.ts';
export * from './lstm.ts';
export * from './min-gru.ts';
export * from './min-lstm.ts';
export * from './minimal-gated.ts';
export * from './neuron.ts';
export * from './rnn.ts';
export * from './ugrnn.ts';
