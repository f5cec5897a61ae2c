import { parseArgs } from 'node:util';
import { book } from '../lib/book.ts';
import { teachersKey } from '../lib/teacher-papers.ts';
import { main, Trouble } from './environment.mjs';
import { putPapers, sizeOf } from './paper.ts';

/** `npm run key -- [CHAPTER …] [--pdf A4|Letter]`: the teacher’s key of some chapters, or of all; never in the site. */
await main(async () => {
  const { values, positionals: asked } = parseArgs({
    allowPositionals: true,
    options: { pdf: { type: 'string' } },
  });
  const { assembled } = book();
  const chapters = assembled.filter(({ slug }) => asked.length === 0 || asked.includes(slug));
  if (chapters.length < asked.length || chapters.length === 0) {
    const slugs = assembled.map(({ slug }) => slug).join(', ');
    throw new Trouble(`No such chapter among «${asked.join(' ')}»; there are ${slugs}.`);
  }
  await putPapers({ [['key', ...asked].join('-')]: teachersKey(chapters) }, sizeOf(values.pdf));
});
