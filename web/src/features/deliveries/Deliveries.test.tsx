import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { show } from '../../test/show';
import { Deliveries } from './Deliveries';

afterEach(() => vi.unstubAllGlobals());

vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  getRouteApi: () => ({ useSearch: () => ({}) }),
}));

const delivery = (change: object) => ({
  id: 'm',
  kind: 'DIGEST',
  version: 1,
  state: 'SENT',
  to: '青葉咲',
  organisation: '青葉総合研究所',
  sender: null,
  queuedAt: '2026-12-01T00:00:00Z',
  endedAt: '2026-12-01T00:00:01Z',
  attempts: 0,
  code: 250,
  answer: '2.0.0 Ok',
  meaning: { ja: 'メールサーバーが受け付けました。', en: 'Taken.' },
  reported: null,
  reportedAt: null,
  reportedBy: null,
  ...change,
});

const bounced = delivery({
  state: 'BOUNCED',
  code: 550,
  answer: '5.1.1 no such user',
  meaning: { ja: '宛先のメールアドレスがありません。', en: 'No such mailbox.' },
  reported: 'FAILED',
  reportedAt: '2026-12-02T00:00:00Z',
  reportedBy: '原田一',
});

function open(items: object[], can: object | true = true, answer: () => Response = () => Response.json({})) {
  vi.stubGlobal('fetch', async (_: RequestInfo | URL, init?: RequestInit) =>
    init?.method === 'POST' ? answer() : Response.json({ items, next: null, can: { recordBounce: can } }),
  );
  show(() => <Deliveries />);
}

async function drop() {
  const chooser = await waitFor(() => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('not there yet');
    return input;
  });
  fireEvent.change(chooser, { target: { files: [new File(['x'], '不達.eml')] } });
}

test('a mail that came back is said not to have arrived, with who brought the report in', async () => {
  open([bounced]);
  expect(await screen.findByText('届きませんでした')).toBeTruthy();
  expect(screen.getByText('宛先のメールアドレスがありません。')).toBeTruthy();
  expect(screen.getByText(/通知を取り込んだ方：原田一/)).toBeTruthy();
});

test('a mail that is late is taken all the same, and what that means is said', async () => {
  const meaning = { ja: '相手のメールサーバーに届きませんでした。', en: 'Not reached.' };
  open([delivery({ reported: 'DELAYED', reportedAt: '2026-12-02T00:00:00Z', reportedBy: '原田一', meaning })]);
  expect(await screen.findByText('受付済み')).toBeTruthy();
  expect(screen.getByText(/遅れているとの通知/)).toBeTruthy();
  expect(screen.getByText(meaning.ja)).toBeTruthy();
});

test.each([
  [false, '通知の記録に反映しました'],
  [true, 'すでに分かっていた内容です'],
])('what a report that was dropped in changed is said (known before: %s)', async (wasKnown, title) => {
  open([], true, () => Response.json({ delivery: bounced, wasKnown }));
  await drop();
  expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getByText(/青葉咲宛ての「お知らせ（要対応の事項）」/)).toBeTruthy();
});

test('the list is read anew once a report was taken in', async () => {
  let isKnown = false;
  vi.stubGlobal('fetch', async (_: RequestInfo | URL, init?: RequestInit) => {
    if (init?.method !== 'POST')
      return Response.json({ items: [isKnown ? bounced : delivery({})], next: null, can: { recordBounce: true } });
    isKnown = true;
    return Response.json({ delivery: bounced, wasKnown: false });
  });
  show(() => <Deliveries />);
  expect(await screen.findByText('受付済み')).toBeTruthy();
  await drop();
  expect(await screen.findByText('届きませんでした')).toBeTruthy();
  expect(screen.queryByText('受付済み')).toBeNull();
});

test('a report that is none is refused in a sentence', async () => {
  const messages = { ja: 'メールサーバーからの通知ではありません。', en: 'No report.' };
  open([], true, () =>
    Response.json(
      { status: 422, code: 'not-a-bounce', title: messages.en, messages },
      { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
    ),
  );
  await drop();
  expect(await screen.findByText(messages.ja)).toBeTruthy();
});

test('who may not is offered no place to drop one', async () => {
  open([bounced], { code: 'not-permitted', reason: { ja: '', en: '' } });
  await screen.findByText('届きませんでした');
  expect(document.querySelector('input[type="file"]')).toBeNull();
});
