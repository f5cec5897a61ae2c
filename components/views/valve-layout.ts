import type { Branch, Lane } from './valves.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A branch with its places: from its pill over squeeze and valves to where it joins the lane. */
export interface PlacedBranch {
  readonly branch: Branch;
  /** Along the lane, or upwards into it. */
  readonly way: 'along' | 'up';
  /** The pill of what flows; undefined where it is the output of the lane below. */
  readonly pill: Spot | undefined;
  readonly from: Spot;
  readonly squeeze: Spot | undefined;
  readonly valves: readonly Spot[];
  readonly matrix: Spot | undefined;
  readonly to: Spot;
  /** Where the number stands that comes out behind the gates. */
  readonly flow: Spot;
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly branches: readonly PlacedBranch[];
  /** Where the lane begins, and where flows are added. */
  readonly start: Spot;
  readonly sums: readonly Spot[];
  readonly squeeze: Spot | undefined;
  readonly out: Spot;
  /** The lane hands its own old state on. */
  readonly isCarried: boolean;
  /** Something goes up from its output. */
  readonly isShown: boolean;
}

export interface ValveLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
}

/** Distances along a lane, between lanes, and at the ends: as little as numbers need, so that a phone can show it. */
const ROOM = {
  left: 40,
  valve: 112,
  join: 180,
  between: 84,
  circle: 46,
  matrix: 24,
  out: 66,
  end: 30,
  lane: 174,
};

/** Extents that do not depend on the ROOM. */
export const VALVE = 38;
export const PILL = { width: 68, height: 30 };
const TOP = 44;
const BELOW = { valve: 62, pill: 124, end: 160 };

/**
 * Places the lanes of a cell: time runs to the right, what is read comes up from below, and a lane whose content is
 * the output of the one before stands above it.
 */
export function layOutValves(lanes: readonly Lane[]): ValveLayout {
  const bottom = TOP + (lanes.length - 1) * ROOM.lane;
  const placed: PlacedLane[] = [];
  lanes.forEach((lane, level) => {
    const y = bottom - level * ROOM.lane;
    const along = alongOf(lane);
    const shift = along?.matrix === undefined ? 0 : 2 * ROOM.matrix;
    let x = ROOM.join + shift;
    const branches = lane.branches
      .toSorted((a, b) => Number(b === along) - Number(a === along))
      .map((branch): PlacedBranch => {
        const below = placed.find(
          ({ lane: { name } }) => name === branch.content && branch.lag === 0,
        );
        if (branch === along) return alongWay(branch, y, x);
        const at = below === undefined ? x : Math.max(x, below.out.x);
        x = at + ROOM.between;
        return upWay(branch, at, y, below?.out.y);
      });
    const joins = branches.map(({ to }) => to.x);
    const lastJoin = Math.max(...joins);
    const start = { x: branches[0]?.way === 'along' ? branches[0].from.x : Math.min(...joins), y };
    const sums = [...new Set(joins)]
      .filter(
        (join) => start.x < join && branches.some(({ way, to }) => way === 'up' && to.x === join),
      )
      .map((join) => ({ x: join, y }));
    const squeeze = lane.squeeze === undefined ? undefined : { x: lastJoin + ROOM.circle, y };
    const out = { x: (squeeze?.x ?? lastJoin) + ROOM.out, y };
    const isCarried = lane.branches.some(({ content, lag }) => content === lane.name && lag === 1);
    const isShown = lanes.some((other) =>
      other.branches.some(({ content, lag }) => content === lane.name && lag === 0),
    );
    placed.push({ lane, branches, start, sums, squeeze, out, isCarried, isShown });
  });
  const right = Math.max(...placed.map(({ out }) => out.x)) + PILL.width / 2 + ROOM.end;
  return { width: right, height: bottom + BELOW.end, lanes: placed };
}

/** What comes along the lane: the old state, or else what is gated on its way into a squeeze. */
function alongOf({ branches, squeeze }: Lane): Branch | undefined {
  const old = branches.find(({ lag }) => lag === 1);
  if (old !== undefined || squeeze === undefined || branches.length < 2) return old;
  return branches.find(({ gates }) => gates.length > 0);
}

function alongWay(branch: Branch, y: number, join: number): PlacedBranch {
  const pill = { x: ROOM.left, y };
  return {
    branch,
    way: 'along',
    pill,
    from: { x: pill.x + PILL.width / 2, y },
    squeeze: undefined,
    valves: branch.gates.map((_, n) => ({ x: ROOM.valve + n * (VALVE + 8), y })),
    matrix: branch.matrix === undefined ? undefined : { x: join - 38, y },
    to: { x: join, y },
    flow: { x: branch.matrix === undefined ? join - 18 : (ROOM.valve + join - 38) / 2, y: y - 18 },
  };
}

function upWay(branch: Branch, x: number, y: number, below: number | undefined): PlacedBranch {
  const start = below === undefined ? y + BELOW.pill : below;
  const valve = { x, y: y + BELOW.valve };
  return {
    branch,
    way: 'up',
    pill: below === undefined ? { x, y: start } : undefined,
    from: { x, y: start - PILL.height / 2 },
    squeeze: branch.squeeze === undefined ? undefined : { x, y: y + BELOW.valve + 48 },
    valves: branch.gates.map((_, n) => ({ ...valve, y: valve.y - n * (VALVE + 8) })),
    matrix: undefined,
    to: { x, y },
    flow: { x: x + 8, y: y + 26 },
  };
}
