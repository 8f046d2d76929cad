import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { InboxItem } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { Inbox } from './Inbox';
import { rememberPlace } from './place';

const item = (id: string, more: Partial<InboxItem> = {}): InboxItem => ({
  type: 'ACT_TO_DECIDE',
  noun: 'ACT',
  id,
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
  done: null,
  ...more,
});
const items = [
  item('1'),
  item('2', { noun: 'REPORT', type: 'REPORT_TO_REVIEW' }),
  item('3', { noun: 'COMMUNICATION' }),
];

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

async function showInbox() {
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal(
    'fetch',
    vi.fn(async (input: RequestInfo | URL) =>
      String(input).startsWith('/api/inbox')
        ? Response.json({ items, counts: { mine: 3, section: 40, byType: { ACT_TO_DECIDE: 1 } }, next: null })
        : Response.json({ acting: { organisationKind: 'MINISTRY_OFFICE' } }),
    ),
  );
  const router = show(() => <Inbox />, '/inbox');
  await screen.findByText('契約1');
  return router;
}
const focused = () => (document.activeElement as HTMLElement).dataset.entry;
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
  const router = await showInbox();
  await waitFor(() => expect(focused()).toBe('1'));
  fireEvent.click(document.activeElement as HTMLElement);
  await waitFor(() => expect(router.state.location.pathname).toBe('/authority-acts/1'));
  expect(router.state.location.search).toEqual({ reading: 'mine..age' });
});

test('who comes back is where they were; the next one when that was dealt with', async () => {
  rememberPlace({ id: '2', at: 1 });
  await showInbox();
  await waitFor(() => expect(focused()).toBe('2'));
  cleanup();
  rememberPlace({ id: 'gone', at: 2 });
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
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const method = init?.method ?? 'GET';
    if (method !== 'GET') {
      sent.push(`${method} ${input} ${new Headers(init?.headers).get('If-Match') ?? ''}`.trim());
      listed = method === 'DELETE' ? all : listed.filter(({ id }) => !String(input).includes(`/${id}/done`));
      return new Response(null, { status: 204 });
    }
    return String(input).startsWith('/api/inbox')
      ? Response.json({ items: listed, counts: { mine: 3, section: 3, byType: {} }, next: null })
      : Response.json({ acting: { organisationKind: 'MINISTRY_OFFICE' } });
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
