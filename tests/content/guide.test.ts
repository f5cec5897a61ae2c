import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemble } from '#src/lib/book.ts';
import { fieldsOf } from '#src/lib/field-table.ts';
import { exampleOf, figureExample, tagNames } from '#src/lib/guide.ts';
import { readMdx } from '#src/lib/mdx-source.ts';
import { sourceProblems } from '#src/lib/source-check.ts';
import { courseSchema } from '#src/lib/course.ts';
import { TAGS } from '#src/lib/tag-table.ts';
import { tagHelp } from '#src/lib/tag-props.ts';

const book = assemble();

describe('the authors’ guide', () => {
  test.each(Object.keys(TAGS))('shows <%s> with an example that has no mistakes', (name) => {
    if (tagNames(true).includes(name)) {
      const source = readMdx(figureExample(name).text, 'new.mdx');
      expect(source.tags.map((tag) => tag.name)).toEqual([name]);
      expect(sourceProblems(source, book)).toEqual([]);
    } else if (TAGS[name]?.inside === 'exercise') {
      const file = book.guide.exercises.get('guide-exercise') ?? '';
      expect(readFileSync(file, 'utf8')).toContain(`<${name}>`);
    } else {
      const example = exampleOf(name, book.guide);
      expect(example?.tags.map((tag) => tag.name)).toContain(name);
      expect(sourceProblems(example!, book)).toEqual([]);
    }
  });

  test.each(Object.keys(TAGS))(
    'says what <%s> is for, and all that the checker allows on it',
    (name) => {
      const { about, props } = tagHelp(name);
      expect(about).toMatch(/^[A-Z]/);
      for (const prop of props) if (prop.name !== 'id') expect(prop.about, prop.name).not.toBe('');
      const rule = TAGS[name]!;
      const declared = props.map((prop) => prop.name);
      for (const key of [...rule.needs, ...(rule.may ?? [])]) expect(declared).toContain(key);
      if (rule.isOpen !== true)
        for (const key of declared) expect([...rule.needs, ...(rule.may ?? [])]).toContain(key);
    },
  );

  test('knows which fields a file needs, and what counts for the others', () => {
    const fields = fieldsOf(courseSchema);
    expect(fields.find(({ name }) => name === 'title')).toMatchObject({ isNeeded: true });
    expect(fields.find(({ name }) => name === 'address')).toMatchObject({ isNeeded: false });
    for (const { name, about } of fields) expect(about, name).not.toBe('');
  });
});
