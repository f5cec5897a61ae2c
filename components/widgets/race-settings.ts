import { choice, integer } from '#components/lib/settings.ts';

/** What a race is run over; the bet stays on the device. */
export const raceSettings = {
  gap: choice(['10', '20', '40', '80'], '40', 'letters in the gap'),
  seed: integer(1, 984, 1, 'seed'),
};
