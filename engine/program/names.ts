/** The name inside one word of an equation: «tanh(W_xh» → W_xh, «h[t-1])» → h. */
type Word<S extends string> = S extends `${infer Before}\n${infer After}`
  ? Word<Before> | Word<After>
  : S extends `${string}(${infer Rest}`
    ? Word<Rest>
    : S extends `${infer Name}[${string}`
      ? Name
      : S extends `${infer Name})${string}`
        ? Name
        : S;

/** The names of an equation text, as a type: asking a trace for another is a compile error. */
export type NamesIn<Text extends string, Found extends string = `a_${string}`> = string extends Text
  ? string
  : Text extends `${infer First} ${infer Rest}`
    ? NamesIn<Rest, Found | Word<First>>
    : Found | Word<Text>;
