import { bptt, type Machine, type Trace } from '#engine/index.ts';
import { initialise } from '#engine/learn/initialise.ts';
import { Influence } from '#engine/learn/rtrl.ts';
import { fill } from '#engine/machine/play.ts';
import { rng } from '#engine/math/index.ts';
import { plainLayer } from './cost-meters.ts';

/** Sizes that are timed; the largest step forwards still takes less than a millisecond or so. */
export const TIMED = [1, 2, 4, 8, 16] as const;

/** Steps of the text that is read. */
const LENGTH = 16;

/** Gradients in one piece of the way back. */
const GRADIENTS = 8;

const LARGEST = Math.max(...TIMED);

/** Laps for each size; the quickest of each way counts, for whatever else the device does only slows it. */
const LAPS = 11;

/** Milliseconds for each way and lap, so that a clock of whole milliseconds is good enough. */
const ENOUGH = 14;

/** Runs before the clock is looked at, while the browser is still translating. */
const WARM = 40;

/** Pieces of a lap after which a clock that stands still is given up. */
const MOST = 2000;

/** How many times as long the way forwards took, for one size; not a number for a clock that stands. */
export interface Timing {
  readonly units: number;
  readonly ratio: number;
}

/**
 * Times both ways on this device, in small pieces that take turns, each way for as long; yields the share
 * that is done. `now` gives milliseconds.
 */
export function* stopwatch(
  now: () => number,
  onTiming: (timing: Timing) => void,
): Generator<number, Timing[]> {
  const timings: Timing[] = [];
  const clocks = [];
  for (const units of TIMED) {
    const back = new Clock(now, backwardPieces(units));
    const forth = new Clock(now, forwardPieces(units));
    for (let piece = 0; piece < WARM; piece++) {
      back.warm();
      forth.warm();
      yield 0;
    }
    clocks.push({ units, back, forth });
  }
  for (const { units, back, forth } of clocks) {
    const isStanding = timings.some(({ ratio }) => Number.isNaN(ratio));
    for (let lap = 0; lap < LAPS && !isStanding; lap++) {
      for (let piece = 0; piece < MOST && Math.min(back.spent, forth.spent) < ENOUGH; piece++) {
        const next = back.spent <= forth.spent ? back : forth;
        next.run();
        yield (timings.length + lap / LAPS) / TIMED.length;
      }
      if (forth.endLap() + back.endLap() === 0) break;
    }
    const timing = { units, ratio: forth.quickest / back.quickest };
    timings.push(timing);
    onTiming(timing);
  }
  return timings;
}

/** Adds up the time of equal pieces. */
class Clock {
  spent = 0;
  /** Milliseconds a step in the quickest lap. */
  quickest = Infinity;
  private steps = 0;
  private readonly now: () => number;
  private readonly pieces: () => number;

  constructor(now: () => number, pieces: () => number) {
    this.now = now;
    this.pieces = pieces;
  }

  /** Runs a piece without looking at the clock. */
  warm(): void {
    this.pieces();
  }

  run(): void {
    const from = this.now();
    this.steps += this.pieces();
    this.spent += this.now() - from;
  }

  /** Keeps the lap if none was quicker, returns its milliseconds, and begins another. */
  endLap(): number {
    const { spent, steps } = this;
    if (spent > 0) this.quickest = Math.min(this.quickest, spent / steps);
    this.spent = 0;
    this.steps = 0;
    return spent;
  }
}

/** Some gradients on the way back; returns how many steps were read. */
function backwardPieces(units: number): () => number {
  const [machine, trace] = prepared(units);
  return () => {
    for (let again = 0; again < GRADIENTS; again++) {
      for (let t = 1; t <= LENGTH; t++) machine.step(trace, t);
      bptt(machine, trace);
    }
    return GRADIENTS * LENGTH;
  };
}

/** Some steps on the way forwards, fewer of larger layers; the text begins again when it is read. */
function forwardPieces(units: number): () => number {
  const [machine, trace] = prepared(units);
  let influence = new Influence(machine, trace);
  const steps = Math.max(1, Math.floor(LARGEST / units));
  let t = 0;
  return () => {
    for (let again = 0; again < steps; again++) {
      if (t === LENGTH) {
        influence = new Influence(machine, trace);
        t = 0;
      }
      t += 1;
      machine.step(trace, t);
      influence.advance(t);
    }
    return steps;
  };
}

/** A layer with drawn weights before a text of drawn marks. */
function prepared(units: number): [Machine, Trace] {
  const machine = plainLayer(units);
  const trace = machine.trace(LENGTH);
  const random = rng(1).stream('stopwatch');
  const rows = (length: number): number[][] =>
    Array.from({ length: LENGTH }, () => Array.from({ length }, () => random.uniform()));
  fill(machine, trace, { params: initialise(machine, 1), inputs: rows(2), targets: rows(1) });
  return [machine, trace];
}
