import { decodeSettings, type Table } from '#components/lib/settings.ts';
import { anatomySettings } from '#components/widgets/anatomy-settings.ts';
import { backwardSettings } from '#components/widgets/backward-settings.ts';
import { batchSettings } from '#components/widgets/batch-settings.ts';
import { benchSettings } from '#components/widgets/bench-settings.ts';
import { betSettings } from '#components/widgets/bet-settings.ts';
import { carouselSettings } from '#components/widgets/carousel-settings.ts';
import { cliffSettings } from '#components/widgets/cliff-settings.ts';
import { costSettings } from '#components/widgets/cost-settings.ts';
import { counterSettings } from '#components/widgets/counter-settings.ts';
import { drowningSettings } from '#components/widgets/drowning-settings.ts';
import { ellipseFilmSettings } from '#components/widgets/ellipse-film-settings.ts';
import { errorSettings } from '#components/widgets/error-settings.ts';
import { fourRoadsSettings } from '#components/widgets/four-roads-settings.ts';
import { gateSettings } from '#components/widgets/gate-settings.ts';
import { guessSettings } from '#components/widgets/guess-settings.ts';
import { lagCurveSettings } from '#components/widgets/lag-curve-settings.ts';
import { lampSettings } from '#components/widgets/lamp-settings.ts';
import { latchSettings } from '#components/widgets/latch-settings.ts';
import { leakSettings } from '#components/widgets/leak-settings.ts';
import { ledgerSettings } from '#components/widgets/ledger-settings.ts';
import { memoryGradientSettings } from '#components/widgets/memory-gradient-settings.ts';
import { morphSettings } from '#components/widgets/morph-settings.ts';
import { pairSettings } from '#components/widgets/pair-settings.ts';
import { phaseSettings } from '#components/widgets/phase-settings.ts';
import { populationSettings } from '#components/widgets/population-settings.ts';
import { positionSettings } from '#components/widgets/position-settings.ts';
import { raceSettings } from '#components/widgets/race-settings.ts';
import { scissorsSettings } from '#components/widgets/scissors-settings.ts';
import { shapeSettings } from '#components/widgets/shape-settings.ts';
import { tickSettings } from '#components/widgets/tick-settings.ts';
import { tieSettings } from '#components/widgets/tie-untie-settings.ts';
import { updateSettings } from '#components/widgets/update-settings.ts';
import { workshopSettings } from '#components/widgets/workshop-settings.ts';

/** What links to a figure may set, by the tag of the figure. */
const SETTINGS: Readonly<Record<string, Table>> = {
  Anatomy: anatomySettings,
  BackwardStepper: backwardSettings,
  BatchPad: batchSettings,
  Carousel: carouselSettings,
  CellBench: benchSettings,
  Cliff: cliffSettings,
  ContributionLedger: ledgerSettings,
  CostMeters: costSettings,
  CountingCells: counterSettings,
  Drowning: drowningSettings,
  EllipseFilm: ellipseFilmSettings,
  ErrorNodes: errorSettings,
  FourRoads: fourRoadsSettings,
  GateByHand: gateSettings,
  GuessWeights: guessSettings,
  LagCurve: lagCurveSettings,
  Lamp: lampSettings,
  LatchBench: latchSettings,
  LeakDial: leakSettings,
  LstmGru: pairSettings,
  MemoryGradient: memoryGradientSettings,
  MemorylessBet: betSettings,
  Morph: morphSettings,
  OneTick: tickSettings,
  OneUpdate: updateSettings,
  PhaseMap: phaseSettings,
  Population: populationSettings,
  PositionTest: positionSettings,
  Race: raceSettings,
  ShapeSwitchboard: shapeSettings,
  TieUntie: tieSettings,
  TwoScissors: scissorsSettings,
  Workshop: workshopSettings,
};

/** The tags of figures that links may set. */
export const settableTags = (): string[] => Object.keys(SETTINGS);

/** What is wrong with a state «w=1&step=3» of a figure, in sentences; nothing where a link would open it. */
export function stateProblems(tag: string, state: string): string[] {
  const table = SETTINGS[tag];
  return table === undefined
    ? [`<${tag}> has no settings.`]
    : decodeSettings(table, state).problems;
}
