import Anatomy from './figures/Anatomy.astro';
import BatchPad from './figures/BatchPad.astro';
import Claim from './figures/Claim.astro';
import Claims from './figures/Claims.astro';
import Cite from './figures/Cite.astro';
import Cliff from './figures/Cliff.astro';
import Code from './figures/Code.astro';
import Drowning from './figures/Drowning.astro';
import EllipseFilm from './figures/EllipseFilm.astro';
import Equation from './figures/Equation.astro';
import ErrorNodes from './figures/ErrorNodes.astro';
import Exercise from './figures/Exercise.astro';
import GuessWeights from './figures/GuessWeights.astro';
import InNumbers from './figures/InNumbers.astro';
import LagCurve from './figures/LagCurve.astro';
import Lamp from './figures/Lamp.astro';
import LatchBench from './figures/LatchBench.astro';
import MemoryGradient from './figures/MemoryGradient.astro';
import MemorylessBet from './figures/MemorylessBet.astro';
import Misconception from './figures/Misconception.astro';
import Morph from './figures/Morph.astro';
import N from './figures/N.astro';
import OneTick from './figures/OneTick.astro';
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
import Workshop from './figures/Workshop.astro';
import WrittenOut from './figures/WrittenOut.astro';

/** Every tag that a chapter may use, by the name it is written with. */
export const tags = {
  Anatomy,
  BatchPad,
  Claim,
  Claims,
  Cite,
  Cliff,
  Code,
  Drowning,
  EllipseFilm,
  Equation,
  ErrorNodes,
  Exercise,
  GuessWeights,
  InNumbers,
  LagCurve,
  Lamp,
  LatchBench,
  MemoryGradient,
  MemorylessBet,
  Misconception,
  Morph,
  N,
  OneTick,
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
  Workshop,
  WrittenOut,
};
