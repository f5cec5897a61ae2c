import { z } from 'astro/zod';
import { basedOnSchema, type BasedOn, type Override } from './based-on.ts';
import type { ChapterFolder, Failed } from './chapter-files.ts';
import { isThere, listFolder, localPath, originalPath, readText } from './content-files.ts';
import { readMdx } from './mdx-source.ts';
import { validated } from './validate.ts';
import { parseYaml } from './yaml-text.ts';

const basis = z.looseObject({ basedOn: basedOnSchema.optional() });

const basisOf = (value: unknown, file: string): BasedOn | undefined =>
  validated(basis, value, file).basedOn;

/** Every file of a fork that stands in for one of the original, and its own ones, which stand in for none. */
export function overridesOf(
  originals: readonly ChapterFolder[],
  locals: readonly ChapterFolder[],
  failed: Failed,
): Override[] {
  const sections = new Map(
    originals.flatMap((folder) => folder.sections.map(({ id, source }) => [id, source.file])),
  );
  const exercises = new Map(originals.flatMap((folder) => [...folder.exercises]));
  const found = locals.flatMap((folder): Override[] => {
    const { slug, aboutFile: file } = folder;
    const original = originals.find((one) => one.slug === slug)?.aboutFile;
    return [
      ...(file === undefined
        ? []
        : attempted(file, failed, () => basisOf(parseYaml(readText(file), file, 0), file)).map(
            (basedOn): Override => ({ kind: 'chapter', id: slug, file, original, basedOn }),
          )),
      ...folder.sections.map(({ id, source, basedOn }): Override => ({
        kind: 'section',
        id,
        file: source.file,
        original: sections.get(id),
        basedOn,
      })),
      ...[...folder.exercises].flatMap(([id, exercise]) =>
        attempted(exercise, failed, () =>
          basisOf(readMdx(readText(exercise), exercise).frontMatter, exercise),
        ).map((basedOn): Override => ({
          kind: 'exercise',
          id,
          file: exercise,
          original: exercises.get(id),
          basedOn,
        })),
      ),
    ];
  });
  const experiments = ['experiments', 'experiments/training'].flatMap((folder) =>
    listFolder(localPath(folder))
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => experimentOverride(folder, name, failed)),
  );
  return [...found, ...experiments];
}

function experimentOverride(folder: string, name: string, failed: Failed): Override[] {
  const file = localPath(`${folder}/${name}`);
  const namesake = originalPath(`${folder}/${name}`);
  return attempted(file, failed, () => basisOf(parseYaml(readText(file), file, 0), file)).map(
    (basedOn): Override => ({
      kind: 'experiment',
      id: name.replace(/\.yaml$/, ''),
      file,
      original: isThere(namesake) ? namesake : undefined,
      basedOn,
    }),
  );
}

/** What a reading gives, as a list of one; none where it failed. */
function attempted<Value>(file: string, failed: Failed, read: () => Value): Value[] {
  try {
    return [read()];
  } catch (error) {
    failed(error, file);
    return [];
  }
}
