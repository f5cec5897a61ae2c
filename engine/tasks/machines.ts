/** A character of a machine's alphabet and the number the network reads for it. */
export interface Mark {
  readonly character: string;
  readonly x: number;
}

/** A finite-state machine that a small network is to imitate: the exact truth for every string. */
export interface FiniteMachine {
  readonly name: MachineName;
  readonly alphabet: readonly Mark[];
  /** The state before the first character, counted from 0. */
  readonly start: number;
  /** The state after reading x. */
  readonly next: (state: number, x: number) => number;
  /** Whether the lamp is on in a state. */
  readonly isOn: (state: number) => boolean;
  /** Every string up to this many characters is tested. */
  readonly exhaustive: number;
}

export type MachineName = 'latch' | 'toggle' | 'delay' | 'counter';

const letter: Mark = { character: 'a', x: 0 };
const straight: Mark = { character: '"', x: 1 };

/** On from an opening mark to the closing one; a second opening mark changes nothing. */
const latch: FiniteMachine = {
  name: 'latch',
  alphabet: [letter, { character: '“', x: 1 }, { character: '”', x: -1 }],
  start: 0,
  next: (state, x) => (x === 0 ? state : x > 0 ? 1 : 0),
  isOn: (state) => state === 1,
  exhaustive: 8,
};

/** Straight marks open and close alike: each one flips the lamp. */
const toggle: FiniteMachine = {
  name: 'toggle',
  alphabet: [letter, straight],
  start: 0,
  next: (state, x) => (x === 0 ? state : 1 - state),
  isOn: (state) => state === 1,
  exhaustive: 12,
};

/** On when the character before this one was a mark. State: 2 · (mark before) + (mark now). */
const delay: FiniteMachine = {
  name: 'delay',
  alphabet: [letter, straight],
  start: 0,
  next: (state, x) => 2 * (state % 2) + (x === 0 ? 0 : 1),
  isOn: (state) => state >= 2,
  exhaustive: 12,
};

/** On at every third character, whatever it is. */
const counter: FiniteMachine = {
  name: 'counter',
  alphabet: [letter, straight],
  start: 0,
  next: (state) => (state + 1) % 3,
  isOn: (state) => state === 0,
  exhaustive: 12,
};

/** The machines of the workshop, by name. */
export const finiteMachines: Readonly<Record<MachineName, FiniteMachine>> = {
  latch,
  toggle,
  delay,
  counter,
};

/** Returns for each character whether the lamp must be on after reading it. */
export function truth(machine: FiniteMachine, marks: readonly Mark[]): boolean[] {
  let state = machine.start;
  return marks.map(({ x }) => {
    state = machine.next(state, x);
    return machine.isOn(state);
  });
}

/**
 * Reads a text in the alphabet of a machine: letters and anything else count as its letter,
 * and quotation marks of any shape as its mark where it has one only.
 */
export function readMarks(machine: FiniteMachine, text: string): Mark[] {
  const own = machine.alphabet.filter(({ x }) => x !== 0);
  const [only] = own;
  return [...text].map((character) => {
    const exact = own.find((mark) => mark.character === character);
    if (exact !== undefined) return exact;
    const isQuote = '"“”„'.includes(character);
    return isQuote && own.length === 1 && only !== undefined ? only : { character, x: 0 };
  });
}
