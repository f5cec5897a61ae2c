/** What a tag of a chapter may say: attributes it needs, attributes it may have, whether it needs children. */
export interface TagRule {
  readonly needs: readonly string[];
  readonly may?: readonly string[];
  readonly children?: 'needed' | 'none';
  /** A figure is numbered, and its children are the caption. */
  readonly isFigure?: boolean;
  /** Further attributes are arguments, checked by what they are given to. */
  readonly isOpen?: boolean;
}

const figure: TagRule = { needs: ['id'], children: 'needed', isFigure: true };

/** Every tag of the registry, by name. A test holds the two lists together. */
export const TAGS: Readonly<Record<string, TagRule>> = {
  Anatomy: figure,
  BackwardStepper: figure,
  BatchPad: figure,
  Carousel: figure,
  CellBench: figure,
  Cliff: figure,
  ContributionLedger: figure,
  CostMeters: figure,
  CountingCells: figure,
  Crossing: figure,
  Drowning: figure,
  EllipseFilm: figure,
  ErrorNodes: figure,
  FourRoads: figure,
  GateByHand: figure,
  GuessWeights: figure,
  LagCurve: figure,
  Lamp: figure,
  LatchBench: figure,
  LeakDial: figure,
  LstmGru: figure,
  MemoryGradient: figure,
  MemorylessBet: figure,
  Morph: figure,
  OneTick: figure,
  OneUpdate: figure,
  PhaseMap: figure,
  Population: figure,
  PositionTest: figure,
  Race: figure,
  ShapeSwitchboard: figure,
  TieUntie: figure,
  TwoScissors: figure,
  Workshop: figure,
  Claim: { needs: ['id', 'by', 'how'], children: 'needed' },
  Claims: { needs: [], children: 'needed' },
  Cite: { needs: ['of'], children: 'none' },
  Code: { needs: ['of'], children: 'none' },
  Equation: { needs: ['id'], may: ['of', 'show', 'tex'], children: 'none' },
  Exercise: { needs: ['id'], children: 'none' },
  InNumbers: { needs: ['experiment', 'of', 't'], children: 'none' },
  Misconception: { needs: ['belief'], children: 'needed' },
  N: {
    needs: [],
    may: [
      'experiment',
      'of',
      't',
      'i',
      'grad',
      'fact',
      'training',
      'row',
      'column',
      'take',
      'digits',
      'power',
    ],
    children: 'none',
    isOpen: true,
  },
  Option: { needs: [], may: ['correct', 'say'], children: 'needed' },
  Predict: { needs: ['id'], may: ['question', 'run', 'covers'], children: 'needed' },
  Question: { needs: [], children: 'needed' },
  Ref: { needs: ['to'], may: ['capital'], children: 'none' },
  Reveal: { needs: [], children: 'needed' },
  Sidenote: { needs: [], children: 'needed' },
  Solution: { needs: [], children: 'needed' },
  Subsection: { needs: ['id', 'title'], children: 'none' },
  Term: { needs: ['id'], children: 'needed' },
  WrittenOut: { needs: ['of', 'show', 'steps'], children: 'none' },
};

export const isFigure = (name: string): boolean => TAGS[name]?.isFigure === true;
