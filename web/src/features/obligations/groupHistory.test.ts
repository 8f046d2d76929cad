import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../api/generated/types.gen';
import { groupHistory } from './groupHistory';

const entry = (version: number, minute: number, name = '山田', type = 'obligation_status_set'): HistoryEntry => ({
  version,
  type,
  recordedAt: new Date(Date.UTC(2026, 6, 10, 1, minute)).toISOString(),
  actor: { name, role: 'CONTRACTOR_OFFICER', organisationName: '例示社', sectionName: null },
  change: { reason: `r${version}` },
});

test("one person's successive edits stand as one, with the last text, newest first", () => {
  const groups = groupHistory([entry(1, 0), entry(2, 3), entry(3, 5), entry(4, 6, '鈴木')]);
  expect(groups.map((group) => [group.last.version, group.first.version, group.count])).toEqual([
    [4, 4, 1],
    [3, 1, 3],
  ]);
});

test('another kind of change, or a long pause, begins a new line', () => {
  expect(groupHistory([entry(1, 0), entry(2, 1, '山田', 'obligation_method_set'), entry(3, 50)])).toHaveLength(3);
  expect(groupHistory([entry(1, 0), entry(2, 40)])).toHaveLength(2);
});
