import { section, type Mistake } from './mistake.ts';

const BASIS = "basedOn: { version: 0.1.0, hash: '" + '0123456789'.repeat(4) + "' }";

/** Mistakes that keep a file from being read, or from finding its place. */
export const IN_FILES: readonly Mistake[] = [
  section(
    'f01',
    'a tag that is never closed',
    'Hi\n\n<Sidenote>and so on',
    '7:1',
    '<Sidenote>',
    'close the tag',
  ),
  section(
    'f02',
    'a brace that is never closed',
    'So {x is.',
    '5:4',
    'closing brace',
    'close the $',
  ),
  {
    what: 'a section without a title',
    file: 'chapters/mine/f03.mdx',
    text: '---\nid: f03\n---\nHi\n',
    at: '1:1',
    parts: ['no «title»', 'add title'],
  },
  {
    what: 'an id with a capital letter',
    file: 'chapters/mine/f04.mdx',
    text: '---\ntitle: Four\nid: F04\n---\nHi\n',
    at: '3:1',
    parts: ['«id: "F04"»', 'a–z'],
  },
  {
    what: 'front matter that is not YAML',
    file: 'chapters/mine/f05.mdx',
    text: '---\nid: f05\ntitle: Five: six\n---\nHi\n',
    at: '3:8',
    parts: ['valid YAML', 'quote texts'],
  },
  {
    what: 'a new section without a place',
    file: 'chapters/01-recurrence/f06.mdx',
    text: '---\nid: f06\ntitle: Six\n---\nHi\n',
    at: '1:1',
    parts: ['«f06»', 'without a place', 'after:', '«layer»'],
  },
  {
    what: 'a new section after one that is not there',
    file: 'chapters/01-recurrence/f07.mdx',
    text: '---\nid: f07\ntitle: Seven\nafter: layerr\n---\nHi\n',
    at: '1:1',
    parts: ['«after: layerr»', '«layer»'],
  },
  {
    what: 'a section that does not say what it was made from',
    file: 'chapters/01-recurrence/05-layer.mdx',
    text: '---\nid: layer\ntitle: A layer\n---\n<Anatomy id="anatomy">See.</Anatomy>\n',
    at: '1:1',
    parts: ['05-layer.mdx', 'basedOn', 'npm run fork -- section layer --renew'],
  },
  {
    what: 'a section made from one that is gone',
    file: 'chapters/mine/f09.mdx',
    text: `---\n${BASIS}\nid: f09\ntitle: Nine\n---\nHi\n`,
    at: '1:1',
    parts: ['«f09»', 'has no longer', 'take basedOn out'],
  },
  {
    what: 'a field that is misspelt in a chapter',
    file: 'chapters/mine/chapter.yaml',
    text: 'title: Mine\nquestion: what\nlede: Hi.\ngoal:\n  - Do it.\nneeds: []\nintroduces: []\n',
    at: '4:1',
    parts: ['«goal»', '«goals»'],
  },
  {
    what: 'an experiment with an unknown cell',
    file: 'experiments/own.yaml',
    text: 'about: a run\ncell: lstmm\nparams: {}\n',
    at: '2:7',
    parts: ['no program «lstmm»', '«lstm»'],
  },
  {
    what: 'a term that refers to nothing',
    file: 'glossary.yaml',
    text: 'terms:\n  - id: mine\n    term: mine\n    definition: Not yours.\n    see: [recurence]\n',
    at: '5:11',
    parts: ['«recurence»', '«recurrence»'],
  },
];

/** Mistakes in the course and in the letters. */
export const IN_COURSE: readonly Mistake[] = [
  {
    what: 'an unknown chapter',
    file: 'course.yaml',
    text: 'chapters:\n  - recurrence\n  - btt\nhide:\n  - cliff\nmove:\n  layer: ledgr\n',
    at: '3:5',
    parts: ['the chapter «btt»', '«bptt»'],
  },
  {
    what: 'a hidden section that is not there',
    file: 'course.yaml',
    text: '',
    at: '5:5',
    parts: ['«cliff» under hide', '«cliffs»'],
  },
  {
    what: 'a moved section without a place',
    file: 'course.yaml',
    text: '',
    at: '7:3',
    parts: ['«layer: ledgr» under move', '«ledger»'],
  },
  {
    what: 'a letter for an unknown symbol',
    file: 'notation.yaml',
    text: "symbols:\n  - { name: W_hhh, tex: 'U' }\n  - { name: W_xh, tex: 'b' }\n",
    at: '2:7',
    parts: ['«W_hhh»', '«W_hh»'],
  },
  {
    what: 'a letter that something else has',
    file: 'notation.yaml',
    text: '',
    at: '3:19',
    parts: ['«b» for W_xh', 'b is written «b»'],
  },
];
