import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { InboxCounts, InboxItem } from '../../api/generated/types.gen';
import { inboxCounts, inboxItem } from '../../test/inboxItem';
import { show } from '../../test/show';
import { Inbox } from './Inbox';
import { rememberPlace } from './place';
import { ReadingBar } from './ReadingBar';

const item = inboxItem;
const items = [
  item('1'),
  item('2', { noun: 'REPORT', type: 'REPORT_TO_REVIEW' }),
  item('3', { noun: 'COMMUNICATION' }),
];

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

interface Parts {
  DEADLINE?: InboxItem[];
  OWN?: InboxItem[];
  AWAITED?: InboxItem[];
}

/** The server with these parts; a page of a part holds `size` of it. */
function serveParts(parts: () => Parts, counts: Partial<InboxCounts> = {}, size = 50) {
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
  const asked: URLSearchParams[] = [];
  const answer = async (input: RequestInfo | URL) => {
    const url = new URL(String(input), 'http://x');
    if (url.pathname !== '/api/inbox') return new Response(null, { status: 204 });
    asked.push(url.searchParams);
    const all = parts()[url.searchParams.get('part') as keyof Parts] ?? [];
    const from = Number(url.searchParams.get('cursor') ?? 0);
    return Response.json({
      items: all.slice(from, from + size),
      counts: { ...inboxCounts, ...counts },
      next: from + size < all.length ? String(from + size) : null,
    });
  };
  vi.stubGlobal('fetch', vi.fn(answer));
  return { asked, answer };
}

async function showInbox(parts: Parts = { OWN: items }, counts?: Partial<InboxCounts>, size?: number) {
  const { asked } = serveParts(() => parts, counts, size);
  const router = show(() => <Inbox />, '/inbox');
  await screen.findByText('契約1');
  return { router, asked };
}
const focused = () => (document.activeElement as HTMLElement).dataset.entry?.split('.')[1];
const press = (key: string) => fireEvent.keyDown(document.activeElement as HTMLElement, { key });

test('the first entry has the focus, and j, k and the arrows move it', async () => {
  await showInbox();
  await waitFor(() => expect(focused()).toBe('1'));
  press('j');
  expect(focused()).toBe('2');
  press('ArrowDown');
  press('ArrowDown');
  expect(focused()).toBe('3');
  press('k');
  expect(focused()).toBe('2');
});

test('every entry leads to the screen where it is dealt with', async () => {
  await showInbox();
  const places = screen
    .getAllByRole('link', { name: /契約\d/ })
    .map((link) => link.getAttribute('href')?.split('?')[0]);
  expect(places).toEqual(['/authority-acts/1', '/reports/2/review', '/communications/3']);
});

test('what is opened knows which list it was opened from', async () => {
  const { router } = await showInbox();
  await waitFor(() => expect(focused()).toBe('1'));
  fireEvent.click(document.activeElement as HTMLElement);
  await waitFor(() => expect(router.state.location.pathname).toBe('/authority-acts/1'));
  expect(router.state.location.search).toEqual({ reading: 'mine..age' });
});

test('who comes back is where they were; the next one when that was dealt with', async () => {
  rememberPlace({ address: '/reports/2/review', at: 1 });
  await showInbox();
  await waitFor(() => expect(focused()).toBe('2'));
  cleanup();
  rememberPlace({ address: '/authority-acts/gone', at: 2 });
  await showInbox();
  await waitFor(() => expect(focused()).toBe('3'));
});

test('what was read stays, e says that a notice is done, and that can be taken back', async () => {
  const sent: string[] = [];
  let listed = [
    item('1'),
    item('2', { noun: 'COMMUNICATION', type: 'COMMUNICATION', isNotice: true, opened: true }),
    item('3', { noun: 'COMMUNICATION', type: 'COMMUNICATION', isNotice: true }),
  ];
  const all = listed;
  const { answer } = serveParts(() => ({ OWN: listed }));
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const method = init?.method ?? 'GET';
    if (method === 'GET') return answer(input);
    sent.push(`${method} ${input} ${new Headers(init?.headers).get('If-Match') ?? ''}`.trim());
    listed = method === 'DELETE' ? all : listed.filter(({ id }) => !String(input).includes(`/${id}/done`));
    return new Response(null, { status: 204 });
  });
  show(() => <Inbox />, '/inbox');
  await screen.findByText('契約1');
  expect(screen.getByText('契約2').className).not.toContain('font-700');
  expect(screen.getByText('契約3').className).toContain('font-700');
  expect(screen.queryByRole('button', { name: /対応済みにする：.*契約1/ })).toBeNull();

  await waitFor(() => expect(focused()).toBe('1'));
  press('e');
  press('j');
  press('e');
  press('e');
  await waitFor(() => expect(screen.queryByText('契約2')).toBeNull());
  expect(sent).toEqual(['POST /api/inbox/COMMUNICATION/2/done "3"']);
  await waitFor(() => expect(focused()).toBe('3'));
  fireEvent.click(screen.getByRole('button', { name: '元に戻す' }));
  await screen.findByText('契約2');
  expect(sent.at(-1)).toBe('DELETE /api/inbox/COMMUNICATION/2/done');

  fireEvent.click(screen.getByRole('button', { name: /未読に戻す：.*契約2/ }));
  await waitFor(() => expect(sent.at(-1)).toBe('POST /api/inbox/COMMUNICATION/2/unread'));
});

const due = (id: string, dueIs: InboxItem['dueIs'], daysLeft: number, more: Partial<InboxItem> = {}) =>
  item(id, { dueIs, daysLeft, dueOn: '2026-10-15', ...more });
// As the server orders them: what is late first.
const three: Parts = {
  DEADLINE: [
    due('2', 'DEADLINE', -3, { requirement: 8 }),
    due('1', 'GUIDE', -46, { basis: { ja: '既定値：期間の末日の10営業日後', en: 'Default of this program: …' } }),
    due('3', 'BEFORE', 4),
  ],
  OWN: [item('4')],
  AWAITED: [item('5', { awaits: 'OFFICER', ageDays: 12 })],
};

test('three parts under their headings with how much is in each, and how much is late', async () => {
  await showInbox(three, { deadline: 3, own: 1, awaited: 1, late: 1 });
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '期限3件',
    '自分の対応1件',
    '相手待ち1件',
  ]);
  const part = (name: RegExp) => within(screen.getByRole('region', { name }));
  expect(part(/^期限/).getByText('うち1件は過ぎています')).toBeTruthy();
  expect(part(/^自分の対応/).getByText('20日前から')).toBeTruthy();
  expect(part(/^相手待ち/).getByText('担当職員の回答待ち 12日')).toBeTruthy();
});

test('what is late stands first and is red, a 目安日 is neither; clause and 既定値 are said', async () => {
  await showInbox(three);
  const rows = within(screen.getByRole('region', { name: /^期限/ })).getAllByRole('listitem');
  expect(rows.map((row) => /契約\d/.exec(row.textContent ?? '')?.[0])).toEqual(['契約2', '契約1', '契約3']);
  expect(rows[0]?.textContent).toContain('3日過ぎています');
  expect(rows[0]?.textContent).toContain('8)');
  expect(rows[1]?.textContent).toContain('目安日から46日');
  expect(rows[1]?.textContent).toContain('既定値：期間の末日の10営業日後');
  expect(rows.map((row) => row.outerHTML.includes('error'))).toEqual([true, false, false]);
});

test('keys and the reading go through all three parts', async () => {
  await showInbox(three);
  await waitFor(() => expect(focused()).toBe('2'));
  for (const next of ['1', '3', '4', '5', '5']) {
    press('j');
    expect(focused()).toBe(next);
  }
  press('Home');
  expect(focused()).toBe('2');
  cleanup();
  show(() => <ReadingBar reading="mine..age" />, '/authority-acts/3');
  expect(await screen.findByText('5件中 3件目')).toBeTruthy();
  expect(screen.getByRole('link', { name: '次を読む' }).getAttribute('href')).toContain('/authority-acts/4');
});

test('each part has its own next page; a 期限 keeps its own order', async () => {
  const { asked } = await showInbox({ DEADLINE: [due('1', 'DEADLINE', 1)], OWN: [item('2'), item('3')] }, {}, 1);
  const own = within(screen.getByRole('region', { name: /^自分の対応/ }));
  expect(screen.getAllByRole('button', { name: 'さらに表示' })).toHaveLength(1);
  fireEvent.click(own.getByRole('button', { name: 'さらに表示' }));
  await own.findByText('契約3');
  expect(asked.at(-1)?.get('cursor')).toBe('1');
  expect(asked.at(-1)?.get('part')).toBe('OWN');
});

test('an empty part says so, and of one kind alone only what is there is shown, uncounted', async () => {
  const router = (await showInbox({ OWN: [item('1')] })).router;
  expect(screen.getAllByText('ありません。')).toHaveLength(2);
  await router.navigate({ to: '/inbox', search: { kind: 'ACT_TO_DECIDE' } as never });
  await waitFor(() =>
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['自分の対応']),
  );
});

test('who has nothing of their own begins with what the section has', async () => {
  const { asked } = await showInbox({ OWN: [item('1')] }, { mine: 0, section: 1 });
  expect(asked.filter((one) => one.has('part')).map((one) => one.get('scope'))).toEqual(Array(3).fill('section'));
});

test('what is looked for in the list is looked for once the typing pauses', async () => {
  const { router } = await showInbox({ OWN: Array.from({ length: 9 }, (_, i) => item(String(i + 1))) });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const field = screen.getByRole('searchbox', { name: /この一覧から探す/ });
  for (const value of ['契', '契約', '契約7']) fireEvent.change(field, { target: { value } });
  expect(router.state.location.search).toEqual({});
  expect(screen.getByText('契約1')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(400));
  vi.useRealTimers();
  await waitFor(() => expect(router.state.location.search).toEqual({ scope: 'mine', q: '契約7' }));
  await waitFor(() => expect(screen.queryByText('契約1')).toBeNull());
  expect(screen.getByText('契約7')).toBeTruthy();
});
