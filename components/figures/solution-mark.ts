/** The comment by which `<Solution>` says where it begins; it is the last thing of an exercise. */
export const SOLUTION = '<!--solution-->';
