import { prefersReducedMotion } from 'svelte/motion';

/** Whether the system, or the reader in this book, asks that nothing moves by itself. */
export function isMotionReduced(): boolean {
  return prefersReducedMotion.current || document.documentElement.dataset['motion'] === 'reduced';
}
