import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
}

const FOLDERS = ['components', 'content', 'engine', 'src', 'tests'];
const LEFT_OUT = new Set(['node_modules', 'local', 'oracle', 'bench', 'e2e', 'mutation']);

/** A repository in a folder of its own; nothing outside of it is read or written, no settings of git either. */
export class Repository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Copies the book as it stands, and makes it the first commit. */
  static original(folder: string): Repository {
    for (const name of FOLDERS)
      cpSync(name, join(folder, name), {
        recursive: true,
        filter: (path) => !LEFT_OUT.has(basename(path)),
      });
    for (const entry of readdirSync('.', { withFileTypes: true }))
      if (entry.isFile() && entry.name !== '.git') cpSync(entry.name, join(folder, entry.name));
    const made = new Repository(folder);
    made.git('init', '--quiet', '--initial-branch=main');
    made.commit('the book');
    return made;
  }

  /** A clone in which the tools and the build run with the packages that are installed here. */
  clone(folder: string): Repository {
    this.git('clone', '--quiet', this.folder, folder);
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    return new Repository(folder);
  }

  git(...args: readonly string[]): string {
    const { code, out } = this.run('git', args);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${out}`);
    return out;
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }

  /** Runs one of src/tools. */
  tool(name: string, ...args: readonly string[]): Said {
    return this.run(process.execPath, [`src/tools/${name}.ts`, ...args]);
  }

  run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Said {
    const who = { name: 'A Teacher', email: 'teacher@example.org' };
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        ...outside(),
        ASTRO_TELEMETRY_DISABLED: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
        ...env,
      },
    });
    return { code: status ?? 1, out: `${stdout}${stderr}` };
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Changes a text that has to be there. */
  edit(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} has no «${from}»`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }
}

/** What the runner of tests sets for itself, and what a build would take for its own. */
const OF_TESTS = /^(VITEST|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|BASE_PATH$)/;

const outside = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_TESTS.test(name)));
