declare module '@citation-js/core' {
  export class Cite {
    constructor(data?: string);
    data: {
      id: string;
      author?: { family?: string; literal?: string }[];
      issued?: { 'date-parts': number[][] };
      title?: string;
    }[];
    format(kind: string, options: Record<string, unknown>): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
