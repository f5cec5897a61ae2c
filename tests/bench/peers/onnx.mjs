import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;

/** onnxruntime-web, float32, one thread; it runs forward only, so it takes part there alone. */
export async function onnx({ cell, D, H, K, T }, { params, inputs }) {
  if (cell !== 'lstm' || K > 0) return [];
  const session = await ort.InferenceSession.create(lstmModel({ D, H, T }, params));
  const x = new ort.Tensor('float32', Float32Array.from(inputs[0]), [T, 1, D]);
  return [{ name: 'onnxruntime-web', run: () => session.run({ x }) }];
}

/** A file with one LSTM node, written field by field as onnx.proto has them. */
function lstmModel({ D, H, T }, params) {
  // ONNX orders the gates i, o, f, c
  const gates = ['i', 'o', 'f', 'g'];
  const stacked = (prefix) => gates.flatMap((gate) => [...params[prefix + gate]]);
  const zeros = new Array(4 * H).fill(0);
  const attribute = message(text(1, 'hidden_size'), number(3, H), number(20, 2));
  const node = message(
    ...['x', 'W', 'R', 'B'].map((name) => text(1, name)),
    text(2, 'y'),
    text(4, 'LSTM'),
    field(5, attribute),
  );
  const graph = message(
    field(1, node),
    text(2, 'lstm'),
    field(5, tensor('W', [1, 4 * H, D], stacked('W_x'))),
    field(5, tensor('R', [1, 4 * H, H], stacked('W_h'))),
    field(5, tensor('B', [1, 8 * H], [...stacked('b_'), ...zeros])),
    field(11, valueInfo('x', [T, 1, D])),
    field(12, valueInfo('y', [T, 1, 1, H])),
  );
  return message(number(1, 8), field(7, graph), field(8, message(number(2, 14))));
}

function tensor(name, shape, numbers) {
  const raw = new Uint8Array(Float32Array.from(numbers).buffer);
  return message(
    ...shape.map((size) => number(1, size)),
    number(2, 1),
    text(8, name),
    field(9, raw),
  );
}

function valueInfo(name, shape) {
  const dimensions = message(...shape.map((size) => field(1, message(number(1, size)))));
  const type = message(field(1, message(number(1, 1), field(2, dimensions))));
  return message(text(1, name), field(2, type));
}

const message = (...fields) => Uint8Array.from(fields.flatMap((bytes) => [...bytes]));
const number = (tag, value) => Uint8Array.from([...varint(tag << 3), ...varint(value)]);
const text = (tag, value) => field(tag, new TextEncoder().encode(value));
const field = (tag, bytes) =>
  Uint8Array.from([...varint((tag << 3) | 2), ...varint(bytes.length), ...bytes]);

function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}
