import Anatomy from './figures/Anatomy.astro';
import BackwardStepper from './figures/BackwardStepper.astro';
import BatchPad from './figures/BatchPad.astro';
import Carousel from './figures/Carousel.astro';
import CellBench from './figures/CellBench.astro';
import Cite from './figures/Cite.astro';
import Claim from './figures/Claim.astro';
import Claims from './figures/Claims.astro';
import Cliff from './figures/Cliff.astro';
import Code from './figures/Code.astro';
import ContributionLedger from './figures/ContributionLedger.astro';
import CostMeters from './figures/CostMeters.astro';
import CountingCells from './figures/CountingCells.astro';
import Crossing from './figures/Crossing.astro';
import Drowning from './figures/Drowning.astro';
import EllipseFilm from './figures/EllipseFilm.astro';
import Equation from './figures/Equation.astro';
import ErrorNodes from './figures/ErrorNodes.astro';
import Exercise from './figures/Exercise.astro';
import FourRoads from './figures/FourRoads.astro';
import GateByHand from './figures/GateByHand.astro';
import GuessWeights from './figures/GuessWeights.astro';
import InNumbers from './figures/InNumbers.astro';
import LagCurve from './figures/LagCurve.astro';
import Lamp from './figures/Lamp.astro';
import LatchBench from './figures/LatchBench.astro';
import LeakDial from './figures/LeakDial.astro';
import LstmGru from './figures/LstmGru.astro';
import MemoryGradient from './figures/MemoryGradient.astro';
import MemorylessBet from './figures/MemorylessBet.astro';
import Misconception from './figures/Misconception.astro';
import Morph from './figures/Morph.astro';
import N from './figures/N.astro';
import OneTick from './figures/OneTick.astro';
import OneUpdate from './figures/OneUpdate.astro';
import Option from './figures/Option.astro';
import PhaseMap from './figures/PhaseMap.astro';
import Population from './figures/Population.astro';
import PositionTest from './figures/PositionTest.astro';
import Predict from './figures/Predict.astro';
import Question from './figures/Question.astro';
import Race from './figures/Race.astro';
import Ref from './figures/Ref.astro';
import Reveal from './figures/Reveal.astro';
import ShapeSwitchboard from './figures/ShapeSwitchboard.astro';
import Sidenote from './figures/Sidenote.astro';
import Solution from './figures/Solution.astro';
import Subsection from './figures/Subsection.astro';
import Term from './figures/Term.astro';
import TieUntie from './figures/TieUntie.astro';
import TwoScissors from './figures/TwoScissors.astro';
import Workshop from './figures/Workshop.astro';
import WrittenOut from './figures/WrittenOut.astro';

/** Every tag that a chapter may use, by the name it is written with. */
export const tags = {
  Anatomy,
  BackwardStepper,
  BatchPad,
  Carousel,
  CellBench,
  Cite,
  Claim,
  Claims,
  Cliff,
  Code,
  ContributionLedger,
  CostMeters,
  CountingCells,
  Crossing,
  Drowning,
  EllipseFilm,
  Equation,
  ErrorNodes,
  Exercise,
  FourRoads,
  GateByHand,
  GuessWeights,
  InNumbers,
  LagCurve,
  Lamp,
  LatchBench,
  LeakDial,
  LstmGru,
  MemoryGradient,
  MemorylessBet,
  Misconception,
  Morph,
  N,
  OneTick,
  OneUpdate,
  Option,
  PhaseMap,
  Population,
  PositionTest,
  Predict,
  Question,
  Race,
  Ref,
  Reveal,
  ShapeSwitchboard,
  Sidenote,
  Solution,
  Subsection,
  Term,
  TieUntie,
  TwoScissors,
  Workshop,
  WrittenOut,
};
