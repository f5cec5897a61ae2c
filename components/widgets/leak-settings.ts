import { decimal } from '#components/lib/settings.ts';

/** The one dial. */
export const leakSettings = {
  alpha: decimal(0.01, 0.99, 0.1, { label: 'leak α', step: 0.01 }),
};
