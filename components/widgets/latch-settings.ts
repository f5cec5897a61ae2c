import {
  choice,
  decimal,
  integer,
  text,
  type NumberSetting,
  type Values,
} from '#components/lib/settings.ts';

/** Longest tape that can be typed. */
export const LONGEST = 200;

const TAPE = 'so “not” yes';
/** The step of the opening mark. */
const FIRST_SHOWN = 4;

/** Everything a reader can set on the latch bench; the canonical weights to start from. */
export const latchSettings = {
  squeeze: choice(['tanh', 'logistic', 'rectifier', 'none'], 'tanh', 'Squeeze'),
  w: decimal(-8, 8, 2, { label: 'w, from the state before', step: 0.01 }),
  u: decimal(-4, 4, 3, { label: 'u, from the character', step: 0.01 }),
  b: decimal(-4, 4, 0, { label: 'b, always', step: 0.01 }),
  tape: text(TAPE, { maxLength: LONGEST, label: 'Tape' }),
  step: integer(0, LONGEST, FIRST_SHOWN, 'Step'),
};

/** How far the sliders go where a squeeze of slope 1 has all its ways of behaving. */
const NEAR = { w: 3, b: 2 } as const;

/** The range of a weight's slider: the logistic squeeze is a quarter as steep, and needs more. */
export function rangeOf(
  name: 'w' | 'u' | 'b',
  values: Values<typeof latchSettings>,
): NumberSetting {
  const setting = latchSettings[name];
  if (name === 'u' || values.squeeze === 'logistic' || Math.abs(values[name]) > NEAR[name])
    return setting;
  return { ...setting, min: -NEAR[name], max: NEAR[name] };
}
