const SPOKEN: Readonly<Record<string, string>> = {
  '“': 'an opening mark',
  '”': 'a closing mark',
  '"': 'a mark',
  ' ': 'a space',
};

/** What a sentence calls a character: marks and spaces by name, everything else as it is. */
export const spokenCharacter = (character: string): string => SPOKEN[character] ?? character;
