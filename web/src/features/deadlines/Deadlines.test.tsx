import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InboxItem } from '../../api/generated/types.gen';
import { inboxCounts, inboxItem } from '../../test/inboxItem';
import { show } from '../../test/show';
import { Deadlines } from './Deadlines';
import type { DeadlineSearch } from './Ways';

// Shortly after midnight of Thursday 15 October in Tokyo: everywhere west of it it is still the 14th.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-10-14T15:30:00Z'), shouldAdvanceTime: true });
  vi.stubGlobal('scrollTo', () => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const due = (id: string, dueOn: string, daysLeft: number, more: Partial<InboxItem> = {}) =>
  inboxItem(id, { dueOn, daysLeft, dueIs: 'DEADLINE', ...more });
const all = [
  due('1', '2026-10-13', -2),
  due('2', '2026-10-15', 0, { awaits: 'OFFICER', ageDays: 12 }),
  due('3', '2026-10-30', 15, { dueIs: 'GUIDE' }),
  due('4', '2026-11-02', 18),
];

async function showDeadlines(search: DeadlineSearch = {}, { truncated = false, items = all } = {}) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const { pathname, searchParams } = new URL(String(input), 'http://x');
    if (pathname === '/api/inbox') return Response.json({ items: [], counts: inboxCounts, next: null });
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
    asked.push(`${pathname} ${from} ${to} ${searchParams.get('scope')}`);
    return Response.json({
      items: items.filter(({ dueOn }) => dueOn !== null && dueOn >= from && dueOn <= to),
      truncated,
    });
  });
  const router = show(() => <Deadlines />, '/deadlines');
  await router.navigate({ to: '/deadlines', search: search as never });
  await screen.findByRole('region', { name: /^今週/ });
  return { router, asked };
}
const rows = (name: RegExp) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('this week and six months, by month, as Tokyo counts days', async () => {
  const { asked } = await showDeadlines();
  await screen.findByRole('heading', { name: /^令和8年10月/ });
  expect(asked.toSorted()).toEqual([
    '/api/deadlines 2026-10-01 2027-03-31 mine',
    '/api/deadlines 2026-10-12 2026-10-18 mine',
  ]);
  expect(rows(/^今週/)).toHaveLength(2);
  expect(rows(/^令和8年10月/)).toHaveLength(3);
  expect(rows(/^令和8年11月/)[0]).toContain('あと18日（11月2日 月）');
  expect(rows(/^令和8年10月/)[0]).toContain('2日過ぎています');
  expect(rows(/^令和8年10月/)[1]).toContain('担当職員の回答待ち 12日');
  expect(rows(/^令和8年10月/)[2]).toContain('目安日 10月30日 金（あと15日）');
});

test('nothing due is said, and so is that there are more', async () => {
  await showDeadlines({}, { items: [] });
  expect(await screen.findByText('今週の期限はありません。')).toBeTruthy();
  expect(await screen.findByText('令和8年10月から令和9年3月までの期限はありません。')).toBeTruthy();
});

test('what was cut off is said', async () => {
  await showDeadlines({}, { truncated: true });
  expect(await screen.findByText('多いため、早いものから4件だけを表示しています。')).toBeTruthy();
});

test('the month is a grid: its days are gone through by keys, into a day and out of it, and on into the next month', async () => {
  const { router, asked } = await showDeadlines({ view: 'grid' });
  const grid = await screen.findByRole('grid', { name: '令和8年10月' });
  const now = within(grid).getByRole('gridcell', { name: /^10月15日 木：1件/ });
  expect(now.getAttribute('aria-current')).toBe('date');
  expect(grid.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  const at = () => document.activeElement?.getAttribute('data-day');

  now.focus();
  press('ArrowLeft');
  press('ArrowLeft');
  await waitFor(() => expect(at()).toBe('2026-10-13'));
  press('Enter');
  expect(document.activeElement?.textContent).toBe('超過 回答待ち：契約1');
  expect(document.activeElement?.getAttribute('href')).toBe('/authority-acts/1');
  press('Escape');
  expect(at()).toBe('2026-10-13');
  press('PageDown');
  await waitFor(() => expect(at()).toBe('2026-11-13'));
  expect(router.state.location.search).toMatchObject({ month: '2026-11', view: 'grid' });
  expect(asked.at(-1)).toBe('/api/deadlines 2026-11-01 2026-11-30 mine');
  expect(await screen.findByRole('gridcell', { name: /^11月2日 月：1件/ })).toBeTruthy();
});

test('of a full day the rest stands in the list', async () => {
  await showDeadlines(
    { view: 'grid' },
    { items: ['1', '2', '3', '4', '5', '6'].map((id) => due(id, '2026-10-20', 5)) },
  );
  const cell = await screen.findByRole('gridcell', { name: /^10月20日 火：6件/ });
  expect(within(cell).getAllByRole('link')).toHaveLength(5);
  expect(within(cell).getByRole('link', { name: 'ほか2件' }).getAttribute('href')).toContain('month=2026-10');
});

test('contract by contract: what falls due first stands first, each day in its month, with words for what it is', async () => {
  const more = due('5', '2026-11-05', 21, { contractId: 'c1', contractName: '契約1', awaits: 'OFFICER', ageDays: 3 });
  await showDeadlines(
    { view: 'timeline' },
    { items: [...all.map((item) => ({ ...item, contractId: `c${item.id}` })), more] },
  );
  const table = within(await screen.findByRole('region', { name: '契約の年表' })).getByRole('table');
  const [head, first, , third] = within(table).getAllByRole('row');
  expect(within(head as HTMLElement).getAllByRole('columnheader')).toHaveLength(7);
  expect(within(first as HTMLElement).getByRole('rowheader').textContent).toContain('契約1');
  const cells = within(first as HTMLElement).getAllByRole('cell');
  expect(cells.slice(0, 3).map(({ textContent }) => textContent)).toEqual([
    '13日 超過 回答待ち',
    '5日 相手待ち 回答待ち',
    '',
  ]);
  expect(within(third as HTMLElement).getByText(/目安/)).toBeTruthy();
  expect(
    within(first as HTMLElement)
      .getByRole('link', { name: /^13日/ })
      .getAttribute('href'),
  ).toBe('/authority-acts/1');
});
