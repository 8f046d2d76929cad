import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChronicleEntry } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { Chronicle } from './Chronicle';

beforeEach(() => vi.stubGlobal('scrollTo', () => {}));
afterEach(() => vi.unstubAllGlobals());

const by = { name: '佐藤　美咲', role: null, organisationName: '関東局', sectionName: '調査課' };
const entry = (sequence: number, more: Partial<ChronicleEntry> = {}): ChronicleEntry => ({
  sequence,
  kind: 'PROCEDURE',
  recordedAt: '2026-11-20T03:00:00Z',
  by,
  text: { ja: `許可${sequence}をお願いしました。`, en: `Asked ${sequence}.` },
  place: { noun: 'ACT', id: 'a1', number: null },
  ...more,
});
const kinds = [
  { kind: 'PROCEDURE' as const, name: { ja: '手続（了承・許可等）', en: 'Procedures' } },
  { kind: 'FILE' as const, name: { ja: 'ファイル', en: 'Files' } },
];

/** The screen before a server with two pages. */
async function showChronicle(entries = [entry(9), entry(8)]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const { pathname, search, searchParams } = new URL(String(input), 'http://x');
    if (!pathname.endsWith('/chronicle')) return new Response(null, { status: 204 });
    asked.push(search);
    return searchParams.has('before')
      ? Response.json({ entries: [entry(3)], kinds, next: null })
      : Response.json({ entries, kinds, next: entries.length > 0 ? 8 : null });
  });
  const router = show(() => <Chronicle />, '/contracts/$id/history');
  await screen.findByRole('heading', { level: 1, name: '経緯' });
  return { asked, router };
}

test('each entry says when, of what kind, what and who, and leads to the thing', async () => {
  await showChronicle([
    entry(9),
    entry(8, {
      kind: 'FILE',
      text: { ja: 'ファイル「名簿」を抹消しました。', en: 'Erased.' },
      place: null,
      by: { ...by, name: '消去済み' },
    }),
    entry(7, { place: { noun: 'OBLIGATION', id: 'o1', number: 12 } }),
  ]);
  const [first, second, third] = await screen.findAllByRole('listitem');
  expect(first?.textContent).toContain('令和8年11月20日');
  expect(first?.textContent).toContain('手続（了承・許可等）');
  expect(first?.textContent).toContain('佐藤　美咲（関東局 調査課）');
  const link = within(first as HTMLElement).getByRole('link', { name: '許可9をお願いしました。' });
  expect(link.getAttribute('href')).toBe('/authority-acts/a1');
  expect(second?.textContent).toContain('ファイル「名簿」を抹消しました。消去済み');
  expect(within(second as HTMLElement).queryByRole('link')).toBeNull();
  expect(
    within(third as HTMLElement)
      .getByRole('link')
      .getAttribute('href'),
  ).toMatch(/\/obligations\/12$/);
});

test('kind and days narrow it, and the files hold the same', async () => {
  const { asked, router } = await showChronicle();
  await screen.findByRole('option', { name: 'ファイル' });
  fireEvent.change(screen.getByLabelText('種別'), { target: { value: 'FILE' } });
  fireEvent.change(await screen.findByLabelText('この日から'), { target: { value: '2026-10-01' } });
  await vi.waitFor(() => expect(asked.at(-1)).toBe('?kind=FILE&from=2026-10-01'));
  expect(router.state.location.search).toEqual({ kind: 'FILE', from: '2026-10-01' });
  for (const [name, extension] of [
    ['PDFで開く', 'pdf'],
    ['Excelで保存', 'xlsx'],
  ] as const)
    expect(screen.getByRole('link', { name }).getAttribute('href')).toMatch(
      new RegExp(`/chronicle\\.${extension}\\?kind=FILE&from=2026-10-01$`),
    );
});

test('further pages come below, and where nothing matches that is said', async () => {
  const { asked } = await showChronicle();
  fireEvent.click(await screen.findByRole('button', { name: 'さらに表示' }));
  await screen.findByText('許可3をお願いしました。');
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(asked).toEqual(['', '?before=8']);
  expect(screen.queryByRole('button', { name: 'さらに表示' })).toBeNull();
});

test('where nothing matches that is said', async () => {
  await showChronicle([]);
  await screen.findByText('条件に合う記録はありません。');
});
