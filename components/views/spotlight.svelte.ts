import { clearHighlight, highlight, setHighlight } from '#components/lib/highlight.svelte.ts';
import { operandsOf, overlap, type Part } from './anatomy.ts';

/** How strongly a part is lit: it is meant, or it takes part in what is meant. */
export type Level = 'lit' | 'part' | undefined;

/**
 * What a figure of the anatomy lights: the part under the pointer or focus, else what another
 * figure or formula of the page lights, else the part that was chosen.
 */
export class Spotlight {
  private pointed = $state<Part>();
  private readonly readChosen: () => Part;
  private readonly choosePart: (part: Part) => void;
  readonly target = $derived.by(() => this.pointed ?? this.elsewhere() ?? this.readChosen());
  private readonly operands = $derived(operandsOf(this.target));

  constructor(chosen: () => Part, choose: (part: Part) => void) {
    this.readChosen = chosen;
    this.choosePart = choose;
  }

  get chosen(): Part {
    return this.readChosen();
  }

  /** Puts the chosen part aside for this one, here and, as a whole, everywhere on the page. */
  point(part: Part): void {
    this.pointed = part;
    setHighlight({ q: part.q, lag: part.lag });
  }

  leave(): void {
    this.pointed = undefined;
    clearHighlight();
  }

  choose(part: Part): void {
    this.choosePart(part);
  }

  level(part: Part): Level {
    if (overlap(part, this.target)) return 'lit';
    const takesPart = this.operands.some((operand) => overlap(operand, part));
    return takesPart || operandsOf(part).some((operand) => isMeant(operand, this.target))
      ? 'part'
      : undefined;
  }

  isChosen(part: Part): boolean {
    const { q, lag, i, j } = this.chosen;
    return part.q === q && part.lag === lag && part.i === i && part.j === j;
  }

  private elsewhere(): Part | undefined {
    const { current } = highlight;
    if (current === null) return undefined;
    return { q: current.q, lag: current.lag === 1 ? 1 : 0 };
  }
}

/** A weight that is pointed at lights what it goes into; a whole matrix does not light everything. */
const isMeant = (operand: Part, target: Part): boolean =>
  target.i !== undefined && overlap(operand, target);

/** The handlers that tie an element to its part. */
export const handles = (spot: Spotlight, part: Part) => ({
  onpointerenter: () => spot.point(part),
  onpointerleave: () => spot.leave(),
  onfocus: () => spot.point(part),
  onblur: () => spot.leave(),
  onclick: () => spot.choose(part),
});
