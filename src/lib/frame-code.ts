/** A frame that shows something of the book in another page. */
export interface Frame {
  readonly address: string;
  /** Read aloud when the frame is entered. */
  readonly title: string;
  readonly height: number;
}

/** Returns the HTML of a frame; it needs no script beside it. */
export const frameCode = ({ address, title, height }: Frame): string =>
  `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${height}" ` +
  'style="border: 0" loading="lazy" allow="clipboard-write"></iframe>';

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
