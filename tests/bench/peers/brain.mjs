import brain from 'brain.js';

const KINDS = { rnn: 'RNN', lstm: 'LSTM', gru: 'GRU' };

/** brain.js, float32; letters go through an embedding of as many numbers. No batch. */
export function brainJs({ cell, D, H, K, T }, { classes }) {
  const sizes = { hiddenLayers: [H], inputSize: D, inputRange: D, outputSize: K || D };
  const net = new brain.recurrent[KINDS[cell]](sizes);
  net.initialize();
  // it puts a sign before each sequence, so that T − 1 letters make T steps; letter D − 1 is no letter
  const sequences = classes.map((row) => [...row.slice(1)].map((letter) => letter % (D - 1)));
  const forward = Array.from({ length: T - 1 }, (_, t) => t % (D - 1));
  return [
    {
      name: 'brain.js',
      run() {
        if (K === 0) net.trainInput(forward);
        for (const sequence of sequences) {
          net.trainInput(sequence);
          net.backpropagate(sequence);
        }
      },
    },
  ];
}
