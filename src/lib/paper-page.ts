/** A page that stands in one file and is made to be printed. */
export const paperPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;

const STYLE = `
@page { size: A4; margin: 17mm 18mm; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.5 Georgia, serif; color: #000; background: #fff; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; } h3 { margin: 1.4em 0 .3em; font: 600 1em/1.3 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; align-items: baseline; border-bottom: 1px solid #000; }
header h2, header p { margin: 0 0 .3rem; } .name { flex: 1 1 12rem; }
section { break-inside: avoid; } .sheet { break-after: page; } .sheet:last-child { break-after: auto; }
.blank { display: inline-block; width: 8rem; height: 1.6em; border-bottom: 1px solid #000; }
.box { display: inline-block; width: 1em; height: 1em; border: 1px solid #000; vertical-align: -.15em; }
.room { padding: .5rem 0 2.4rem; } small, footer { color: #444; font: .8em/1.4 system-ui, sans-serif; }
table { border-collapse: collapse; } th, td { padding: .25em .7em; border: 1px solid #999; text-align: start; vertical-align: baseline; }
td { font-variant-numeric: tabular-nums; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } thead { display: table-header-group; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;
