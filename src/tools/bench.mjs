import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, npm, prepare, root, run } from './environment.mjs';

const PEERS = join(root, 'tests', 'bench', 'peers');

/** `npm run bench`: the engine and its peers side by side; `-- --alone` leaves the peers out. */
await main(() => {
  const environment = prepare();
  const options = process.argv.slice(2);
  if (!options.includes('--alone')) installPeers();
  return run(environment, environment.node, ['tests/bench/run.mjs', ...options]);
});

/** The peers live in a package of their own, so that no reader or tester downloads them. */
function installPeers() {
  const lock = createHash('sha256')
    .update(readFileSync(join(PEERS, 'package-lock.json')))
    .digest('hex');
  const marker = join(PEERS, 'node_modules', '.lock-sha256');
  if (existsSync(marker) && readFileSync(marker, 'utf8').trim() === lock) return;
  process.stdout.write('Installing the peers …\n');
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], PEERS);
  writeFileSync(marker, lock);
}
