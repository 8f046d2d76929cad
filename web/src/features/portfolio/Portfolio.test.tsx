import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PortfolioCell, PortfolioRow } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { cellWords } from './cellWords';
import { Portfolio } from './Portfolio';

beforeEach(() => vi.stubGlobal('scrollTo', () => {}));
afterEach(() => vi.unstubAllGlobals());

const cell = (number: number, more: Partial<PortfolioCell> = {}): PortfolioCell => ({
  number,
  column: number,
  status: 'IMPLEMENTED',
  changed: false,
  reasonMissing: false,
  lookWanted: false,
  review: null,
  ...more,
});
const row = (more: Partial<PortfolioRow>): PortfolioRow => ({
  id: 'c1',
  name: '動向調査',
  contractorName: '株式会社調査',
  sectionName: '文化創造産業課',
  stage: 'ACTIVE',
  editionCode: 'ED-C',
  startsOn: '2026-07-10',
  endsOn: '2027-02-26',
  officers: [],
  cells: [cell(2), cell(3, { status: 'NOT_IMPLEMENTED', changed: true })],
  waiting: 0,
  oldestDays: null,
  awaited: 0,
  late: 0,
  pastGuide: 0,
  closingUnconfirmed: false,
  ...more,
});

async function showRows(items: PortfolioRow[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const { pathname, search } = new URL(String(input), 'http://x');
    asked.push(pathname + search);
    if (pathname === '/api/portfolio-choices')
      return Response.json({ officers: [{ id: 'p1', name: '佐藤　美咲' }], years: [2026, 2025] });
    if (pathname === '/api/edition-names') return Response.json([]);
    return Response.json({ items, next: null, total: items.length });
  });
  const router = show(() => <Portfolio />, '/portfolio');
  await screen.findByRole('heading', { name: '契約の一覧表' });
  return { asked, router };
}

test('each contract stands in a row with its items below their numbers, in words for who hears them', async () => {
  await showRows([
    row({
      waiting: 2,
      oldestDays: 12,
      awaited: 4,
      late: 1,
      pastGuide: 3,
      closingUnconfirmed: true,
      officers: ['佐藤　美咲'],
    }),
    row({ id: 'c2', name: '18項目', cells: [cell(8, { column: 2 }), cell(15, { column: null, status: null })] }),
  ]);
  const first = await screen.findByRole('row', { name: /動向調査/ });
  expect(within(first).getByRole('rowheader').textContent).toContain('担当 佐藤　美咲');
  expect(
    within(first)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    '期限を過ぎたもの 1件',
    '省側の対応待ち 2件（最長12日）',
    '8) 返却・消去の確認がまだです',
    '受注者の対応待ち 4件',
    '目安日を過ぎたもの 3件',
  ]);
  const [, two, three, four] = within(first).getAllByRole('cell');
  expect(two?.textContent).toContain('実施');
  expect(three?.textContent).toContain('未実施・変更あり');
  expect(four?.textContent).toBe('この版にはありません');

  const second = screen.getByRole('row', { name: /18項目/ });
  expect(second.textContent).toContain('担当職員なし');
  expect(within(second).getAllByRole('cell')[1]?.textContent, 'its own number beside the sign').toContain('8)');
  expect(within(second).getAllByRole('cell').at(-1)?.textContent).toContain('未記録15)');
});

test('it is asked for as the address says, and years are years of the ministry', async () => {
  const { asked, router } = await showRows([row({})]);
  expect(await screen.findByRole('option', { name: '令和8年度' })).toBeTruthy();
  await router.navigate({ to: '/portfolio', search: { year: 2026, officer: 'p1' } as never });
  await vi.waitFor(() => expect(asked).toContain('/api/portfolio?year=2026&officer=p1'));
});

test('a sign stands for what is looked for first, and its words say all', () => {
  const t = (ja: string) => ja;
  expect(cellWords(cell(2, { review: 'QUERIED', status: 'NOT_APPLICABLE' }), t)).toBe('照会中・該当なし');
  expect(cellWords(cell(2, { review: 'CONFIRMED' }), t)).toBe('実施・確認済');
  expect(cellWords(cell(2, { review: 'CONFIRMED', status: 'NOT_IMPLEMENTED' }), t)).toBe('未実施・確認済');
  expect(cellWords(cell(2, { status: 'NOT_IMPLEMENTED', reasonMissing: true, lookWanted: true }), t)).toBe(
    '未実施・理由なし・条文変更のため見直し',
  );
});
