import { evaluate, matrix } from 'mathjs';
import { LAMP, TEXTS } from '#engine/analysis/cliff.ts';
import { affineAt, matrixAt, phasePlanes } from '#engine/analysis/phase-planes.ts';
import { startOf } from '#engine/models/population-member.ts';
import { gapOf, POPULATION, populationMachine } from '#engine/models/population.ts';

/** Networks per second as someone writes them who has mathjs: every line a text that is evaluated at every step. */
export function naive(name, T) {
  const run = {
    cliff,
    population,
    'phase-radius': phase('radius'),
    'phase-weights': phase('weights'),
  }[name];
  run(0.5, T);
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < 2000) {
    run((count % 10) / 10, T);
    count += 1;
  }
  return (1000 * count) / (performance.now() - begin);
}

/** The loss of both texts and its slopes in w and b, carried forward. */
function cliff(share, T) {
  const scope = { ...LAMP, w: 4 * share, b: share - 0.5, loss: 0, dw: 0, db: 0 };
  for (const { x, inside } of TEXTS) {
    Object.assign(scope, { h: LAMP.start, x, d: inside, hw: 0, hb: 0 });
    for (let t = 1; t <= T; t++) {
      evaluate('before = h; h = tanh(w * h + u * x + b)', scope);
      evaluate('hw = (1 - h^2) * (before + w * hw); hb = (1 - h^2) * (1 + w * hb)', scope);
      scope.x = 0;
    }
    evaluate('o = a * h + c; y = 1 / (1 + exp(-o)); loss = loss + log(1 + exp(o)) - d * o', scope);
    evaluate('dw = dw + (y - d) * a * hw; db = db + (y - d) * a * hb', scope);
  }
  return evaluate('dw^2 + db^2', scope);
}

/** The Jacobian product of a network in a phase plane, scaled at every step. */
const phase = (name) => (share, T) => {
  const plane = phasePlanes[name];
  const [x, y] = [plane.across, plane.up].map(([from, to]) => from + share * (to - from));
  const scope = {
    W: matrix(matrixAt(plane, x, y).map((row) => [...row])),
    u: matrix(plane.start.map((_, i) => affineAt(plane.drive(i), x, y))),
    h: matrix([...plane.start]),
    size: 0,
  };
  evaluate(`J = identity(${plane.start.length})`, scope);
  for (let t = 1; t <= T; t++) {
    evaluate('h = map(W * h + u, tanh)', scope);
    evaluate(
      'J = diag(1 - h .^ 2) * W * J; n = norm(J, "fro"); J = J / n; size = size + log(n)',
      scope,
    );
  }
  return scope.size;
};

/** One update of one network, by backpropagation through time. */
function population(share) {
  const member = { column: Math.floor(share * POPULATION.columns), row: 30 };
  const trace = populationMachine.trace(1);
  trace.theta.set(startOf(member));
  const [a, b, c, d] = trace.value('W_hh');
  const column = (name) => matrix([...trace.value(name)].map((value) => [value]));
  const scope = {
    Wx: column('W_xh'),
    Wh: matrix([
      [a, b],
      [c, d],
    ]),
    bh: column('b_h'),
    Wy: column('W_hy'),
    by: 0,
  };
  evaluate('gx = 0 * Wx; gh = 0 * Wh; gb = 0 * bh; gy = 0 * Wy; go = 0', scope);
  for (const mark of [1, -1]) {
    const states = [matrix([[0], [0]])];
    for (let t = 1; t <= gapOf(member.column) + 1; t++) {
      Object.assign(scope, { h: states[t - 1], x: t === 1 ? mark : 0 });
      states.push(evaluate('map(Wx * x + Wh * h + bh, tanh)', scope));
    }
    Object.assign(scope, { h: states.at(-1), d: mark > 0 ? 1 : 0 });
    evaluate(
      'e = 0.5 * (1 / (1 + exp(-(dot(Wy, h) + by))) - d); gy = gy + e * h; go = go + e; D = e * Wy',
      scope,
    );
    for (let t = states.length - 1; t >= 1; t--) {
      Object.assign(scope, { h: states[t], before: states[t - 1], x: t === 1 ? mark : 0 });
      evaluate(
        'A = D .* (1 - h .^ 2); gx = gx + A * x; gh = gh + A * transpose(before); gb = gb + A; D = transpose(Wh) * A',
        scope,
      );
    }
  }
  evaluate(
    's = min(1, 1 / sqrt(sum(gx .^ 2) + sum(gh .^ 2) + sum(gb .^ 2) + sum(gy .^ 2) + go^2))',
    scope,
  );
  return evaluate(
    'Wx = Wx - s * gx; Wh = Wh - s * gh; bh = bh - s * gb; Wy = Wy - s * gy; by = by - s * go',
    scope,
  );
}
