import manifest from '../../package.json' with { type: 'json' };

interface Named {
  readonly repository?: string | { readonly url?: string };
  readonly name: string;
}

/** Web address of the source of this book, where package.json names one. */
export const repository: string | undefined = addressOf(manifest);

function addressOf({ repository: named }: Named): string | undefined {
  const address = typeof named === 'string' ? named : named?.url;
  return address?.replace(/^git\+/, '').replace(/\.git$/, '');
}
