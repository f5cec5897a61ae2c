import { Graph, LSTM, Mat, RNN } from 'recurrent-js';

/** recurrentjs in its typed form, float64; it has no GRU and no batch. */
export function recurrentJs({ cell, D, H, K, T, batch }, { inputs, classes }) {
  if (cell === 'gru') return [];
  const Kind = cell === 'lstm' ? LSTM : RNN;
  const net = new Kind({ architecture: { inputSize: D, hiddenUnits: [H], outputSize: K || 1 } });
  const rows = inputs.map((row) =>
    Array.from({ length: T }, (_, t) => {
      const column = new Mat(D, 1);
      column.setFrom(row.subarray(t * D, (t + 1) * D));
      return column;
    }),
  );
  return [
    {
      name: 'recurrentjs',
      run() {
        for (let lane = 0; lane < batch; lane++) example(net, rows[lane], classes[lane], K);
      },
    },
  ];
}

function example(net, rows, classes, K) {
  const graph = new Graph();
  graph.memorizeOperationSequence(K > 0);
  let state;
  rows.forEach((row, t) => {
    state = net.forward(row, state, graph);
    if (K > 0) softmaxGradient(state.output, classes[t]);
  });
  if (K > 0) graph.backward();
}

function softmaxGradient({ w, dw }, right) {
  const largest = Math.max(...w);
  const shares = Array.from(w, (logit) => Math.exp(logit - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  shares.forEach((share, k) => (dw[k] = share / total - (k === right ? 1 : 0)));
}
