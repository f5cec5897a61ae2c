/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];
