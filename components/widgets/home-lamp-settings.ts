import { text } from '#components/lib/settings.ts';
import type { LampWeights } from '#components/views/lamp.ts';
import { lampWeights, LONGEST } from './lamp-settings.ts';

const TEXT = '“Can you keep a bit?” it asked. “One,” I said.';

/** Everything a reader can set on the home page. */
export const homeLampSettings = {
  text: text(TEXT, { maxLength: LONGEST, label: 'Your text' }),
  ...lampWeights,
};

/** A designed failure: the weights that differ, and what they break. */
export interface Break {
  readonly name: string;
  readonly weights: Partial<LampWeights>;
  readonly says: string;
}

/** The failures that the button goes through. */
export const breaks: readonly Break[] = [
  {
    name: 'It forgets',
    weights: { w: 0.5 },
    says: 'With w = 0.5 half of what it was is lost at every letter, and the lamp has nothing left to go by.',
  },
  {
    name: 'It cannot hear',
    weights: { u: 0.5 },
    says: 'With u = 0.5 a mark is too weak a push to get the state over to the other side.',
  },
  {
    name: 'It blinks',
    weights: { w: -2 },
    says: 'With w = −2 the state changes sides at every character, whatever it reads.',
  },
  {
    name: 'It leans',
    weights: { b: 1 },
    says: 'With b = 1 it can rest only inside: after a closing mark the lamp comes on again by itself.',
  },
];
