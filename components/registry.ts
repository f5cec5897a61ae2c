import Anatomy from './figures/Anatomy.astro';
import BackwardStepper from './figures/BackwardStepper.astro';
import BatchPad from './figures/BatchPad.astro';
import Claim from './figures/Claim.astro';
import Claims from './figures/Claims.astro';
import Cite from './figures/Cite.astro';
import Code from './figures/Code.astro';
import ContributionLedger from './figures/ContributionLedger.astro';
import CostMeters from './figures/CostMeters.astro';
import Equation from './figures/Equation.astro';
import ErrorNodes from './figures/ErrorNodes.astro';
import Exercise from './figures/Exercise.astro';
import FourRoads from './figures/FourRoads.astro';
import InNumbers from './figures/InNumbers.astro';
import Lamp from './figures/Lamp.astro';
import LatchBench from './figures/LatchBench.astro';
import MemorylessBet from './figures/MemorylessBet.astro';
import Misconception from './figures/Misconception.astro';
import Morph from './figures/Morph.astro';
import N from './figures/N.astro';
import OneTick from './figures/OneTick.astro';
import OneUpdate from './figures/OneUpdate.astro';
import Option from './figures/Option.astro';
import PositionTest from './figures/PositionTest.astro';
import Predict from './figures/Predict.astro';
import Question from './figures/Question.astro';
import Ref from './figures/Ref.astro';
import Reveal from './figures/Reveal.astro';
import ShapeSwitchboard from './figures/ShapeSwitchboard.astro';
import Sidenote from './figures/Sidenote.astro';
import Solution from './figures/Solution.astro';
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
  Claim,
  Claims,
  Cite,
  Code,
  ContributionLedger,
  CostMeters,
  Equation,
  ErrorNodes,
  Exercise,
  FourRoads,
  InNumbers,
  Lamp,
  LatchBench,
  MemorylessBet,
  Misconception,
  Morph,
  N,
  OneTick,
  OneUpdate,
  Option,
  PositionTest,
  Predict,
  Question,
  Ref,
  Reveal,
  ShapeSwitchboard,
  Sidenote,
  Solution,
  Term,
  TieUntie,
  TwoScissors,
  Workshop,
  WrittenOut,
};
