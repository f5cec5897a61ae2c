import Anatomy from './figures/Anatomy.astro';
import Claim from './figures/Claim.astro';
import Claims from './figures/Claims.astro';
import Cite from './figures/Cite.astro';
import Cliff from './figures/Cliff.astro';
import Code from './figures/Code.astro';
import Drowning from './figures/Drowning.astro';
import EllipseFilm from './figures/EllipseFilm.astro';
import Equation from './figures/Equation.astro';
import Exercise from './figures/Exercise.astro';
import GuessWeights from './figures/GuessWeights.astro';
import InNumbers from './figures/InNumbers.astro';
import LagCurve from './figures/LagCurve.astro';
import Lamp from './figures/Lamp.astro';
import LatchBench from './figures/LatchBench.astro';
import MemoryGradient from './figures/MemoryGradient.astro';
import MemorylessBet from './figures/MemorylessBet.astro';
import Misconception from './figures/Misconception.astro';
import N from './figures/N.astro';
import OneTick from './figures/OneTick.astro';
import Option from './figures/Option.astro';
import Predict from './figures/Predict.astro';
import Question from './figures/Question.astro';
import Ref from './figures/Ref.astro';
import Reveal from './figures/Reveal.astro';
import Sidenote from './figures/Sidenote.astro';
import Solution from './figures/Solution.astro';
import Term from './figures/Term.astro';
import Workshop from './figures/Workshop.astro';

/** Every tag that a chapter may use, by the name it is written with. */
export const tags = {
  Anatomy,
  Claim,
  Claims,
  Cite,
  Cliff,
  Code,
  Drowning,
  EllipseFilm,
  Equation,
  Exercise,
  GuessWeights,
  InNumbers,
  LagCurve,
  Lamp,
  LatchBench,
  MemoryGradient,
  MemorylessBet,
  Misconception,
  N,
  OneTick,
  Option,
  Predict,
  Question,
  Ref,
  Reveal,
  Sidenote,
  Solution,
  Term,
  Workshop,
};
