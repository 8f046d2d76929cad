import type { InboxCounts, InboxItem } from '../api/generated/types.gen';

/** A 許可 that is asked for and waits for an answer, twenty days old. */
export const inboxItem = (id: string, more: Partial<InboxItem> = {}): InboxItem => ({
  type: 'ACT_TO_DECIDE',
  noun: 'ACT',
  id,
  key: '',
  contractId: 'c',
  contractName: `契約${id}`,
  contractorName: '例示総合研究所株式会社',
  kind: 'PERMIT',
  subject: 'COPY_OUTSIDE',
  wording: '許可',
  title: 'バックアップのための複製',
  state: 'REQUESTED',
  since: '2026-11-01T00:00:00Z',
  ageDays: 20,
  startsOn: null,
  urgent: false,
  opened: false,
  mine: true,
  version: 3,
  isNotice: false,
  dueOn: null,
  dueIs: null,
  daysLeft: null,
  awaits: null,
  requirement: null,
  basis: null,
  done: null,
  report: null,
  ...more,
});

export const inboxCounts: InboxCounts = {
  mine: 3,
  section: 40,
  byType: { ACT_TO_DECIDE: 1 },
  deadline: 0,
  own: 3,
  awaited: 0,
  late: 0,
};
