import type { Problem } from '../api/client';

/**
 * saved: the server has it. editing: typed, not yet at rest. incomplete: cannot be sent yet (a reason is missing).
 * queued, saving: on its way. waiting: no connection, will be sent again. refused: the server said why not.
 * conflict: somebody else changed the same thing meanwhile; a person chooses.
 */
export type SaveState =
  | 'clean'
  | 'saved'
  | 'editing'
  | 'incomplete'
  | 'queued'
  | 'saving'
  | 'waiting'
  | 'refused'
  | 'conflict';

/** One separately saved field of a thing: a status with its reason, a method, one statement. */
export interface SavedField<Thing, Value> {
  read(thing: Thing): Value;
  isComplete(value: Value): boolean;
  /** Sends the value as a change of that version; answers the new version. */
  write(value: Value, version: number): Promise<{ version: number }>;
}

export interface FieldView<Value> {
  value: Value;
  state: SaveState;
  problem: Problem | null;
  /** In a conflict, what the server has now. */
  theirs: Value | null;
}
