import type { Machine } from './machine.ts';

/** 64 characters that an address takes as they are. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Returns all bits of a machine's parameters as text for an address: some 11 characters a parameter. In
 * front stands a mark of the program and its sizes, so that a link cannot fill another network.
 */
export function weightsToText(machine: Machine, theta: Float64Array): string {
  const bytes = new DataView(new ArrayBuffer(4 + 8 * machine.layout.thetaSize));
  bytes.setUint32(0, markOf(machine));
  for (let n = 0; n < machine.layout.thetaSize; n++) bytes.setFloat64(4 + 8 * n, theta[n]!);
  return encode(new Uint8Array(bytes.buffer));
}

/**
 * Returns the parameters that `weightsToText` wrote. Errors: a character that cannot be, text of another
 * length, the text of another network, a number that is not finite.
 */
export function weightsFromText(machine: Machine, text: string): Float64Array {
  const { program, layout } = machine;
  const bytes = decode(text);
  const wanted = 4 + 8 * layout.thetaSize;
  if (bytes.length !== wanted)
    throw new Error(
      `${program.name}: the link holds ${bytes.length} bytes of weights; expected ${wanted}. Was it cut off?`,
    );
  const view = new DataView(bytes.buffer);
  if (view.getUint32(0) !== markOf(machine))
    throw new Error(`${program.name}: the weights in the link belong to another network`);
  const theta = Float64Array.from({ length: layout.thetaSize }, (_, n) =>
    view.getFloat64(4 + 8 * n),
  );
  const bad = theta.find((value) => !Number.isFinite(value));
  if (bad !== undefined)
    throw new Error(`${program.name}: the link contains ${bad}; expected finite numbers`);
  return theta;
}

/** FNV-1a over the names and lengths of all parameters. */
function markOf({ program, layout }: Machine): number {
  const parts = [...program.quantities.values()]
    .filter(({ role }) => role === 'param')
    .map(({ name }) => `${name}:${layout.rows(name)}x${layout.columns(name)}`);
  let mark = 0x811c9dc5;
  for (const character of [program.name, ...parts].join(' '))
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mark >>> 0;
}

/** Three bytes are four characters. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let n = 0; n < bytes.length; n += 3) {
    const group = (bytes[n]! << 16) | ((bytes[n + 1] ?? 0) << 8) | (bytes[n + 2] ?? 0);
    const count = Math.min(3, bytes.length - n) + 1;
    for (let k = 0; k < count; k++) text += DIGITS[(group >> (18 - 6 * k)) & 63];
  }
  return text;
}

function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [rest, bits, count] = [0, 0, 0];
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0) throw new Error(`«${character}» cannot be in a link; was it copied whole?`);
    rest = ((rest << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = (rest >> bits) & 255;
  }
  return bytes;
}
