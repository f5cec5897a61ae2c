import type { FieldKey } from './workshop-settings.ts';

type Unit = 1 | 2 | 3;
type Cell = { readonly key: FieldKey; readonly label: string };

/** The fields of a network with so many units, as matrices in the order of the equations. */
export function blocksOf(units: number) {
  const all = ([1, 2, 3] satisfies Unit[]).filter((unit): unit is Unit => unit <= units);
  const column = (name: 'h' | 'W_xh' | 'b_h', says: string): Cell[][] =>
    all.map((unit) => [{ key: `${name}.${unit}`, label: `${says} of unit ${unit}` }]);
  const square = all.map((row) =>
    all.map((from): Cell => ({
      key: `W_hh.${row}${from}`,
      label: `weight from unit ${from} to unit ${row}`,
    })),
  );
  const readout = all.map((unit): Cell => ({
    key: `W_hy.${unit}`,
    label: `weight from unit ${unit} to the lamp`,
  }));
  const bias: Cell[][] = [[{ key: 'b_y', label: 'bias of the lamp' }]];
  return [
    { ...W_xh, rows: column('W_xh', 'weight from the input') },
    { ...W_hh, rows: square },
    { ...b_h, rows: column('b_h', 'bias') },
    { ...h_0, rows: column('h', 'start state') },
    { ...W_hy, rows: [readout] },
    { ...b_y, rows: bias },
  ];
}

const param = 'param' as const;
const W_xh = {
  name: 'W_xh',
  says: 'input',
  role: param,
  before: 'state = tanh(',
  times: { name: 'x', time: 't' },
  after: '',
};
const W_hh = {
  name: 'W_hh',
  says: 'state',
  role: param,
  before: '+',
  times: { name: 'h', time: 't−1' },
  after: '',
};
const b_h = { name: 'b_h', says: 'bias', role: param, before: '+', after: ')' };
const h_0 = {
  name: 'h',
  time: '0',
  says: 'start',
  role: 'state' as const,
  before: 'from',
  after: '',
};
const W_hy = {
  name: 'W_hy',
  says: 'readout',
  role: param,
  before: 'lamp = σ(',
  isFirst: true,
  times: { name: 'h', time: 't' },
  after: '',
};
const b_y = { name: 'b_y', says: 'bias', role: param, before: '+', after: ')' };
