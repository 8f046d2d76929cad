import type { HistoryEntry } from '../../api/generated/types.gen';

/** One act on screen: the last of a person's successive edits of the same kind, and how many there were. */
export interface HistoryGroup {
  last: HistoryEntry;
  first: HistoryEntry;
  count: number;
}

const TOGETHER_MS = 30 * 60 * 1_000;

/** Newest first. Edits of one person, one kind and one target within half an hour of each other stand as one. */
export function groupHistory(entries: HistoryEntry[]): HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  for (const entry of [...entries].sort((a, b) => a.version - b.version)) {
    const group = groups.at(-1);
    const isSame =
      group &&
      group.last.actor.name === entry.actor.name &&
      group.last.type === entry.type &&
      group.last.change.statementId === entry.change.statementId &&
      Date.parse(entry.recordedAt) - Date.parse(group.last.recordedAt) <= TOGETHER_MS;
    if (isSame) {
      group.last = entry;
      group.count++;
    } else groups.push({ last: entry, first: entry, count: 1 });
  }
  return groups.reverse();
}
