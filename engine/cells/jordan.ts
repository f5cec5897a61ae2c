import { define } from '../program/define.ts';

/** Jordan's network: what comes back is the answer, not the hidden state. */
export const jordan = define({
  name: 'jordan',
  source: ['jordan1986'],
  sizes: { x: 'D', o: 'K', y: 'K' },
  output: 'y',
  equations: `
    h[t] = tanh(W_xh x[t] + W_yh y[t-1] + b_h)
    o[t] = W_hy h[t] + b_y
    y[t] = identity(o[t])`,
});

/** The same under teacher forcing: p is the answer that the step before should have given. */
export const jordanForced = define({
  name: 'jordan-forced',
  source: ['jordan1986', 'williams1989'],
  sizes: { x: 'D', p: 'K', o: 'K', y: 'K' },
  output: 'y',
  equations: `
    h[t] = tanh(W_xh x[t] + W_yh p[t] + b_h)
    o[t] = W_hy h[t] + b_y
    y[t] = identity(o[t])`,
});

/** The same with state units s that remember old answers, each μ times as strongly as the next. */
export const jordanDecay = define({
  name: 'jordan-decay',
  source: ['jordan1986'],
  sizes: { x: 'D', s: 'K', o: 'K', y: 'K' },
  output: 'y',
  equations: `
    s[t] = mu * s[t-1] + y[t-1]
    h[t] = tanh(W_xh x[t] + W_sh s[t] + b_h)
    o[t] = W_hy h[t] + b_y
    y[t] = identity(o[t])`,
});

/** Both: state units that remember what the teacher wanted. */
export const jordanDecayForced = define({
  name: 'jordan-decay-forced',
  source: ['jordan1986', 'williams1989'],
  sizes: { x: 'D', p: 'K', s: 'K', o: 'K', y: 'K' },
  output: 'y',
  equations: `
    s[t] = mu * s[t-1] + p[t]
    h[t] = tanh(W_xh x[t] + W_sh s[t] + b_h)
    o[t] = W_hy h[t] + b_y
    y[t] = identity(o[t])`,
});
