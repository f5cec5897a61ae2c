import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

setWasmPaths(new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url).pathname);

const BACKENDS = ['cpu', 'wasm'];

/** TensorFlow.js, float32, on both of its processors' backends; its GRU resets before the product. */
export async function tfjs(workload, given) {
  const contenders = [];
  for (const backend of BACKENDS) {
    await tf.setBackend(backend);
    await tf.ready();
    contenders.push({ name: `TensorFlow.js ${backend}`, run: network(backend, workload, given) });
  }
  return contenders;
}

function network(backend, { cell, D, H, K, T, batch }, { inputs, classes }) {
  const flat = new Float32Array(batch * T * D);
  inputs.forEach((rows, lane) => flat.set(rows, lane * T * D));
  const x = tf.tensor3d(flat, [batch, T, D]);
  const sizes = {
    units: H,
    returnSequences: true,
    inputShape: [T, D],
    recurrentInitializer: 'glorotNormal',
  };
  const gates = { recurrentActivation: 'sigmoid' };
  const recurrent = {
    rnn: () => tf.layers.simpleRNN(sizes),
    lstm: () => tf.layers.lstm({ ...sizes, ...gates }),
    gru: () => tf.layers.gru({ ...sizes, ...gates }),
  }[cell]();
  const model = tf.sequential({ layers: [recurrent] });
  if (K === 0)
    return () => {
      tf.setBackend(backend);
      const last = tf.tidy(() => model.predict(x));
      last.dataSync();
      last.dispose();
    };
  model.add(tf.layers.dense({ units: K }));
  const targets = tf.oneHot(
    tf.tensor2d(
      classes.flatMap((row) => [...row]),
      [batch, T],
      'int32',
    ),
    K,
  );
  const run = () => {
    const { value, grads } = tf.variableGrads(() =>
      tf.losses.softmaxCrossEntropy(targets, model.apply(x, { training: true })).mul(batch * T),
    );
    for (const tensor of [value, ...Object.values(grads)]) tensor.dataSync();
  };
  return () => {
    tf.setBackend(backend);
    tf.tidy(run);
  };
}
