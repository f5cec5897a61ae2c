import type { MachineName } from '#engine/tasks/machines.ts';

/** A task of the workshop: its name, what is asked, and a string that shows it. */
export interface WorkshopTask {
  readonly value: MachineName;
  readonly name: string;
  readonly says: string;
  readonly example: string;
}

export const workshopTasks: readonly WorkshopTask[] = [
  {
    value: 'latch',
    name: 'Latch',
    example: '“aaaaaaaaaaa',
    says: 'An opening mark “ lights the lamp, a closing mark ” puts it out, and nothing else changes it.',
  },
  {
    value: 'toggle',
    name: 'Toggle',
    example: 'a"aa"a"aa"a',
    says: 'Straight marks open and close alike: each " flips the lamp, and letters leave it as it is.',
  },
  {
    value: 'delay',
    name: 'Delay by one',
    example: 'a"a""aaa"aa',
    says: 'The lamp is on when the character before this one was a mark ".',
  },
  {
    value: 'counter',
    name: 'Every third',
    example: 'aaaaaaaaaaaa',
    says: 'The lamp is on at every third character, whatever is read.',
  },
];
