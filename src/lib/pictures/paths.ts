/** The picture that stands for the book where someone shares it. */
export const BOOK_PICTURE = '/pictures/book.png';

/** The picture of a chapter. */
export const chapterPicture = ({ slug }: { readonly slug: string }): string =>
  `/pictures/chapters/${slug}.png`;

/** The picture of a figure. */
export const figurePicture = ({ id }: { readonly id: string }): string =>
  `/pictures/figures/${id}.png`;

/** Width and height of all of them in pixels, as those expect who show links. */
export const PICTURE = { width: 1200, height: 630 } as const;
