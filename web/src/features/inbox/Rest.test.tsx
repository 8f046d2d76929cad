import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SnoozeDetails } from '../../api/generated/types.gen';
import { inboxItem } from '../../test/inboxItem';
import { show } from '../../test/show';
import { Rest } from './Rest';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T09:00:00+09:00') });
  HTMLDialogElement.prototype.showModal ??= () => {};
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const item = inboxItem('1', { key: 'k' });
const thing = { type: 'ACT_TO_DECIDE', id: '1', key: 'k', contractId: 'c' };

/** The server with what rests; what is sent to it changes that. */
function open(resting: SnoozeDetails[]) {
  const sent: [path: string, body: unknown][] = [];
  let rests = resting;
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json(rests);
    const { pathname } = new URL(String(input), 'http://x');
    const body = JSON.parse(String(init.body));
    sent.push([pathname, body]);
    rests = pathname.endsWith('/end') ? [] : [body];
    return new Response(null, { status: 204 });
  });
  show(<Rest item={item} name="回答待ち" />);
  return sent;
}

test('reminders rest until a day with a reason, and the row says so', async () => {
  const sent = open([]);
  fireEvent.click(await screen.findByRole('button', { name: 'お知らせを休む：回答待ち' }));
  expect((screen.getByLabelText(/再開の日/) as HTMLInputElement).value).toBe('2026-12-08');
  fireEvent.change(screen.getByLabelText(/理由/), { target: { value: '相手の返事を待っています。' } });
  fireEvent.click(screen.getByRole('button', { name: '休む' }));
  expect(await screen.findByText(/12月8日.*まで休み：相手の返事を待っています。/)).toBeTruthy();
  expect(sent).toEqual([
    ['/api/reminders/snoozes', { ...thing, until: '2026-12-08', reason: '相手の返事を待っています。' }],
  ]);
});

test('they begin again when the reader says so', async () => {
  const sent = open([
    { ...thing, until: '2026-12-10', reason: '確認中。' },
    { ...thing, key: 'another', until: '2026-12-20', reason: '別のもの。' },
  ]);
  fireEvent.click(await screen.findByRole('button', { name: 'お知らせを再開する：回答待ち' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'お知らせを休む：回答待ち' })).toBeTruthy());
  expect(sent).toEqual([['/api/reminders/snoozes/end', thing]]);
});
