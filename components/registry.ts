import Anatomy from './figures/Anatomy.astro';
import Carousel from './figures/Carousel.astro';
import CellBench from './figures/CellBench.astro';
import Claim from './figures/Claim.astro';
import Claims from './figures/Claims.astro';
import Cite from './figures/Cite.astro';
import Code from './figures/Code.astro';
import CountingCells from './figures/CountingCells.astro';
import Equation from './figures/Equation.astro';
import Exercise from './figures/Exercise.astro';
import GateByHand from './figures/GateByHand.astro';
import InNumbers from './figures/InNumbers.astro';
import Lamp from './figures/Lamp.astro';
import LatchBench from './figures/LatchBench.astro';
import LeakDial from './figures/LeakDial.astro';
import LstmGru from './figures/LstmGru.astro';
import MemorylessBet from './figures/MemorylessBet.astro';
import Misconception from './figures/Misconception.astro';
import N from './figures/N.astro';
import OneTick from './figures/OneTick.astro';
import Option from './figures/Option.astro';
import Predict from './figures/Predict.astro';
import Question from './figures/Question.astro';
import Race from './figures/Race.astro';
import Ref from './figures/Ref.astro';
import Reveal from './figures/Reveal.astro';
import Sidenote from './figures/Sidenote.astro';
import Solution from './figures/Solution.astro';
import Term from './figures/Term.astro';
import Workshop from './figures/Workshop.astro';

/** Every tag that a chapter may use, by the name it is written with. */
export const tags = {
  Anatomy,
  Carousel,
  CellBench,
  Claim,
  Claims,
  Cite,
  Code,
  CountingCells,
  Equation,
  Exercise,
  GateByHand,
  InNumbers,
  Lamp,
  LatchBench,
  LeakDial,
  LstmGru,
  MemorylessBet,
  Misconception,
  N,
  OneTick,
  Option,
  Predict,
  Question,
  Race,
  Ref,
  Reveal,
  Sidenote,
  Solution,
  Term,
  Workshop,
};
