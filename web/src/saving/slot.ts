import type { FieldView, SavedField, SaveState } from './savedField';

/** What a saver keeps of one field: what the server has, what is on the screen, and whether a text still rests. */
export interface Slot {
  // biome-ignore lint/suspicious/noExplicitAny: a slot holds fields of different value types side by side
  field: SavedField<any, any>;
  base: unknown;
  view: FieldView<unknown>;
  rest: ReturnType<typeof setTimeout> | null;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const isUnsent = (state: SaveState) => state !== 'clean' && state !== 'saved';

/** The text of a field rests no longer: it goes out, was replaced, or is typed on. */
export function endRest(slot: Slot): void {
  if (slot.rest) clearTimeout(slot.rest);
  slot.rest = null;
}
