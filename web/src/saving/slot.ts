import type { FieldView, SavedField, SaveState } from './savedField';

/**
 * What a saver keeps of one field: what the server has, what is on the screen, and whether a text still rests. Fields of different
 * values stand side by side: each is given what it has read itself.
 */
export interface Slot<Thing> {
  field: SavedField<Thing, unknown>;
  base: unknown;
  view: FieldView<unknown>;
  rest: ReturnType<typeof setTimeout> | null;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const isUnsent = (state: SaveState) => state !== 'clean' && state !== 'saved';

/** The text of a field rests no longer: it goes out, was replaced, or is typed on. */
export function endRest(slot: Slot<never>): void {
  if (slot.rest) clearTimeout(slot.rest);
  slot.rest = null;
}
