import { flushSync } from 'react-dom';

/** Chooses 照会 and puts the cursor into its text in the same stroke: what is typed right behind it is its words. */
export function beginQuery(choose: () => void, row: () => HTMLElement | null): void {
  flushSync(choose);
  row()?.querySelector('textarea')?.focus();
}
