import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { lastChanged, Story } from './Story';

const entry = (version: number, type: string, change: Record<string, unknown> = {}): HistoryEntry => ({
  version,
  type,
  recordedAt: `2026-11-0${version}T01:00:00Z`,
  actor: { name: '髙橋　花子', role: 'CONTRACTOR_OFFICER', organisationName: null, sectionName: null },
  change,
});
const asked = { title: '複製', text: '毎夜、複製します。', startsOn: '2026-11-10' };
const history = [
  entry(1, 'authority_act_requested', { content: asked }),
  entry(2, 'authority_act_request_changed', { content: { ...asked, text: '毎週、複製します。' } }),
  entry(3, 'authority_act_granted'),
];

test('what was asked for before it was changed is told, and nothing else of it', async () => {
  show(<Story history={history} wording="許可" />);
  expect(await screen.findByText('経過 3件')).toBeTruthy();
  expect(screen.getAllByRole('listitem', { hidden: true }).map((item) => item.textContent?.slice(0, 4))).toEqual([
    'お願い髙',
    'お願いの',
    '許可髙橋',
  ]);
  expect(screen.getByText('毎夜、複製します。')).toBeTruthy();
  expect(screen.queryByText('変更前の件名')).toBeNull();
  expect(screen.queryByText('変更前の開始予定日')).toBeNull();
});

test('a request says when it was last changed', () => {
  expect(lastChanged(history)).toBe('2026-11-02T01:00:00Z');
  expect(lastChanged(history.slice(0, 1))).toBeNull();
});
