import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { makeQueryClient } from '../../api/queries';
import { LanguageProvider } from '../../i18n/language';
import { SavingProvider } from '../../saving/useSaver';
import { unrecorded } from '../../test/obligation';
import { ObligationRow } from './ObligationRow';

let stored: ObligationDetails;
let isOnline: boolean;
let writes: { ifMatch: string | null; body: unknown }[];

/** A server that keeps one obligation. */
async function server(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  if (!isOnline) throw new TypeError('no network');
  if (init?.method !== 'PUT') return Response.json(String(input).endsWith('/obligations/5') ? stored : []);
  const ifMatch = new Headers(init.headers).get('If-Match');
  const body = JSON.parse(String(init.body));
  writes.push({ ifMatch, body });
  if (ifMatch !== `"${stored.version}"`)
    return Response.json({ code: 'version-stale', messages: { ja: '先に変更されました。', en: '' } }, { status: 412 });
  stored = { ...stored, ...body, version: stored.version + 1, source: 'DIRECT' };
  return Response.json({ id: 'x', version: stored.version, sequence: stored.version });
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', vi.fn(server));
  stored = unrecorded;
  isOnline = true;
  writes = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(obligation = stored) {
  const drafts = { below: async () => new Map(), put: async () => {}, remove: async () => {} };
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (
      <table>
        <tbody>
          <ObligationRow obligation={obligation} label="情報セキュリティに関する事項５）" />
        </tbody>
      </table>
    ),
  });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() });
  render(
    <LanguageProvider>
      <QueryClientProvider client={makeQueryClient()}>
        <SavingProvider drafts={drafts}>
          {/* biome-ignore lint/suspicious/noExplicitAny: a router of one page, not the program's */}
          <RouterProvider router={router as any} />
        </SavingProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
  await screen.findByRole('radio', { name: '実施' });
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const write = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });

test('a choice is saved at once, on the version it was made from', async () => {
  await show();
  choose('実施');
  await pass(10);
  expect(writes).toEqual([{ ifMatch: '"1"', body: { status: 'IMPLEMENTED', reason: null } }]);
  expect(screen.getByText('保存しました')).toBeTruthy();
});

test('未実施 waits for its reason, says so in words, and is saved when the text loses the focus', async () => {
  await show();
  choose('未実施');
  await pass(10);
  expect(writes).toEqual([]);
  expect(screen.getByText('＊未実施の理由を入力してください。')).toBeTruthy();
  write('許可を申請中のため。');
  fireEvent.blur(screen.getByRole('textbox'));
  await pass(10);
  expect(writes).toEqual([{ ifMatch: '"1"', body: { status: 'NOT_IMPLEMENTED', reason: '許可を申請中のため。' } }]);
});

test('the reason is saved when it rests for three seconds', async () => {
  stored = { ...unrecorded, status: 'NOT_APPLICABLE', reason: '再委託しないため。', source: 'DIRECT' };
  await show();
  write('再委託を行わないため。');
  await pass(2_500);
  expect(writes).toEqual([]);
  await pass(600);
  expect(writes).toHaveLength(1);
});

test('without a connection the row waits and is sent when it is back', async () => {
  await show();
  isOnline = false;
  choose('実施');
  await pass(10);
  expect(screen.getByText('再送信待ち（入力は残っています）')).toBeTruthy();
  isOnline = true;
  act(() => void dispatchEvent(new Event('online')));
  await pass(10);
  expect(writes).toHaveLength(1);
  expect(screen.getByText('保存しました')).toBeTruthy();
});

test('a real conflict shows both and saves the one that is chosen', async () => {
  await show();
  stored = { ...unrecorded, version: 2, status: 'NOT_APPLICABLE', reason: '相手の理由', source: 'DIRECT' };
  choose('実施');
  await pass(10);
  expect(screen.getByText(/相手の理由/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'こちらで保存' }));
  await pass(10);
  expect(writes.at(-1)).toEqual({ ifMatch: '"2"', body: { status: 'IMPLEMENTED', reason: null } });
});

test('who may not record sees the choices, but cannot choose', async () => {
  await show({ ...unrecorded, can: { ...unrecorded.can, setStatus: { code: 'closed', reason: { ja: '', en: '' } } } });
  expect((screen.getByRole('radio', { name: '実施' }) as HTMLInputElement).matches(':disabled')).toBe(true);
});
