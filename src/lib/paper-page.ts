/** A page that stands in one file and is made to be printed; `rules` are styles of its own. */
export const paperPage = (title: string, body: string, rules = ''): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<style>${STYLE}${rules}</style>
</head>
<body>
${unbroken(body)}
</body>
</html>
`;

/** A number stays on the line of the formula that it is said of: h = 0.5. */
const unbroken = (html: string): string => html.replaceAll(/<\/math> (?=[−\d])/g, '</math>&nbsp;');

// no size of paper: A4 and Letter are the printer's to say
const STYLE = `
@page { margin: 17mm 18mm; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.5 Georgia, serif; color: #000; background: #fff; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; } h3 { margin: 1.4em 0 .3em; font: 600 1em/1.3 system-ui, sans-serif; }
h1, h2, h3, .label { break-after: avoid; } p, li, pre { break-inside: avoid; } p, li { orphans: 3; widows: 3; }
header { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; align-items: baseline; margin-bottom: 1.6rem; }
header h2, header p { margin: 0; } .name { flex: 1 1 14rem; border-bottom: 1px solid #000; }
.sheet { break-after: page; } .sheet:last-child { break-after: auto; } .sheet section { break-inside: avoid; }
.chapter { break-before: page; } .chapter:first-of-type { break-before: auto; }
.blank { display: inline-block; width: 8rem; height: 1.6em; border-bottom: 1px solid #000; }
.asked { white-space: nowrap; }
.box { display: inline-block; width: 1em; height: 1em; border: 1px solid #000; vertical-align: -.15em; }
.room { margin-bottom: 0; padding-top: 2.4rem; } small, footer { color: #444; font: .8em/1.4 system-ui, sans-serif; }
footer { margin-top: 2rem; }
table { border-collapse: collapse; } th, td { padding: .25em .7em; border: 1px solid #999; text-align: start; vertical-align: baseline; }
td { font-variant-numeric: tabular-nums; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } thead { display: table-header-group; } tr { break-inside: avoid; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  /* the rest of a page is room to write: above the lines for answers, in equal parts */
  .sheet { display: flex; flex-direction: column; min-height: 99vh; }
  .sheet section { display: flex; flex-direction: column; } .sheet section:has(> .room) { flex-grow: 1; }
  .sheet .room { margin-top: auto; }
}
`;
