/**
 * The address of a page of this book below the base path it was built for.
 * `path` starts with a slash: `href('/recurrence/#lamp')`.
 */
export function href(path: string): string {
  if (!path.startsWith('/')) {
    throw new Error(`address «${path}» must start with a slash, as in «/recurrence/»`);
  }
  return import.meta.env.BASE_URL.replace(/\/+$/, '') + path;
}

/** The path of a page of this book without the base path: `/recurrence/`. */
export const pathOf = ({ pathname }: URL): string =>
  `/${pathname.slice(import.meta.env.BASE_URL.replace(/\/+$/, '').length).replace(/^\/+/, '')}`;
