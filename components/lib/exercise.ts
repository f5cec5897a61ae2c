import type { Variable } from './formula-answer.ts';

/** A sentence in pieces: HTML that the build has made, and numbers that depend on what was typed. */
export type Sentence = readonly (
  { readonly html: string } | { readonly expression: string; readonly digits: number }
)[];

/** What the page needs to check an exercise; made at build time from its file. */
export type Checkable = PlainExercise | NetworkExercise;

/** The exercises that are judged without running anything. */
export type PlainExercise =
  NumericExercise | ChoiceExercise | LineExercise | MatchExercise | FormulaExercise | OrderExercise;

/** What every exercise has. */
export interface Common {
  readonly id: string;
  readonly ask: Sentence;
  readonly hints: readonly Sentence[];
  /** Whether all of them stand there from the beginning. */
  readonly areHintsOpen: boolean;
  /** Whether the page has what judging needs; where it has not, it keeps what the reader answers. */
  readonly isJudged: boolean;
  /** What the book says to a right answer; may be empty. */
  readonly right: Sentence;
  /** Engine numbers that sentences name. */
  readonly values: Readonly<Record<string, number>>;
}

export interface NumericExercise extends Common {
  readonly kind: 'numeric';
  readonly unit: string;
  readonly answer: number;
  /** How far from the answer is still right. */
  readonly tolerance: number;
  readonly mistakes: readonly NumericMistake[];
}

export type NumericMistake =
  | { readonly near: number; readonly within: number; readonly say: Sentence }
  | { readonly below: number; readonly say: Sentence }
  | { readonly above: number; readonly say: Sentence };

export interface ChoiceExercise extends Common {
  readonly kind: 'choice';
  readonly options: readonly {
    readonly id: string;
    readonly text: Sentence;
    readonly say: Sentence;
  }[];
  readonly answer: string;
}

export interface LineExercise extends Common {
  readonly kind: 'line';
  readonly lines: readonly string[];
  /** Counted from 1, as are the lines of the mistakes. */
  readonly answer: number;
  readonly mistakes: readonly { readonly line: number; readonly say: Sentence }[];
}

export interface FormulaExercise extends Common {
  readonly kind: 'formula';
  readonly variables: readonly Variable[];
  /** Values of the right formula and of known wrong ones, at the places where formulas are compared. */
  readonly answer: readonly number[];
  readonly mistakes: readonly { readonly near: readonly number[]; readonly say: Sentence }[];
}

export interface MatchExercise extends Common {
  readonly kind: 'match';
  readonly options: readonly { readonly id: string; readonly text: Sentence }[];
  readonly items: readonly {
    readonly text: Sentence;
    readonly answer: string;
    /** Said when this is the first item that is matched wrongly. */
    readonly say: Sentence;
  }[];
}

export interface OrderExercise extends Common {
  readonly kind: 'order';
  /** In the right order; `name` is the text without its formulas' signs, for the names of buttons. */
  readonly items: readonly {
    readonly id: string;
    readonly text: Sentence;
    readonly name: string;
  }[];
  /** The ids as they are shown first. */
  readonly start: readonly string[];
  readonly mistakes: readonly {
    /** Said when the first of the two stands anywhere before the second. */
    readonly before: readonly [string, string];
    readonly say: Sentence;
  }[];
}

/** A network of which some numbers are asked; the engine runs it on every case. */
export interface NetworkExercise extends Common {
  readonly kind: 'network';
  readonly program: ProgramText;
  readonly sizes: Readonly<Record<string, number>>;
  /** Every parameter, by name; zeros stand where a number is asked. */
  readonly params: Readonly<Record<string, readonly number[]>>;
  readonly asked: readonly AskedParameter[];
  readonly numbers: { readonly from: number; readonly to: number; readonly isWhole: boolean };
  /** How far an answer may be off; undefined where answers are yes or no, above ½ or below. */
  readonly within: number | undefined;
  readonly cases: readonly NetworkCase[];
  readonly mistakes: readonly NetworkMistake[];
}

/** A program as text, from which the page makes it anew. */
export interface ProgramText {
  readonly name: string;
  readonly equations: string;
  readonly shapes: Readonly<Record<string, number | string>>;
  readonly state: readonly string[];
  readonly output: string;
}

export interface AskedParameter {
  readonly name: string;
  readonly label: Sentence;
  readonly rows: number;
  readonly columns: number;
}

export interface NetworkCase {
  readonly name: Sentence;
  /** What is read, step by step, as it is shown; empty where it is not. */
  readonly reads: readonly string[];
  readonly inputs: readonly (readonly number[])[];
  readonly initial: Readonly<Record<string, readonly number[]>>;
  /** The answers that are wanted; null where none is. */
  readonly wanted: readonly (number | null)[];
  /** Other numbers of the run that have to lie somewhere. */
  readonly wants: readonly Want[];
}

/** A number of the run, or a slope of it by another, and where it has to lie. */
export interface Want {
  readonly what: Sentence;
  readonly of: Place;
  readonly by: Place | undefined;
  readonly above: number | undefined;
  readonly below: number | undefined;
}

/** One number of a run; «loss» is the sum of its losses. */
export interface Place {
  readonly name: string;
  readonly t: number | undefined;
  readonly i: number;
}

export interface NetworkMistake {
  /** The field, «w» or «W_hh.12», and where the number typed there lies. */
  readonly of: string;
  readonly above: number;
  readonly below: number;
  readonly say: Sentence;
}

/** What the page answers: `say` is HTML. */
export interface Judgement {
  readonly outcome: 'right' | 'not-yet' | 'unreadable' | 'kept';
  readonly say: string;
}

/** The same of a network: also which field cannot be read, or what the network made of each case. */
export interface NetworkJudgement extends Judgement {
  readonly faulty?: string;
  readonly runs?: readonly CaseRun[];
}

export interface CaseRun {
  /** Its answers, step by step; none where no answer is wanted. */
  readonly answers: readonly number[];
  /** Steps, from 1, at which the answer is wrong. */
  readonly wrongSteps: readonly number[];
  /** The other numbers that are wanted. */
  readonly found: readonly { readonly value: number; readonly isRight: boolean }[];
  readonly isRight: boolean;
}
