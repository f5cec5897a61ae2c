import { NAMES, type WeightName } from '#components/views/four-roads.ts';
import { LONGEST_FORMULA } from '#components/widgets/four-roads-settings.ts';
import { neuronLamp } from '#engine/index.ts';
import { closedForm } from '#engine/symbolic/closed-form.ts';
import { typeset } from './typeset.ts';

/** ∂h_T/∂weight as formulas, T from 1 on. */
export async function closedFormsOf(weight: WeightName): Promise<string[]> {
  const lengths = Array.from({ length: LONGEST_FORMULA }, (_, n) => n + 1);
  return Promise.all(
    lengths.map(async (length) => {
      const { tex } = await closedForm(neuronLamp, { length, parameter: weight, quantity: 'h' });
      return typeset(`\\dfrac{\\partial h_{${length}}}{\\partial ${weight}} = ${tighter(tex)}`);
    }),
  );
}

/** The same for every weight. */
export const allClosedForms = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    await Promise.all(NAMES.map(async (name) => [name, await closedFormsOf(name)] as const)),
  );

/** A product is written by standing together, as in a book; parentheses stay as small as what they hold. */
const tighter = (tex: string): string =>
  tex
    .replaceAll('\\cdot', '\\,')
    .replaceAll('\\left(', '(')
    .replaceAll('\\right)', ')')
    .replaceAll(/\{ (h_\{\d\})\}/g, '{$1}');
