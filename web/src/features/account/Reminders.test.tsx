import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReminderDetails } from '../../api/generated/types.gen';
import { refusal, serve } from '../../test/server';
import { show } from '../../test/show';
import { CalendarFeed } from './CalendarFeed';
import { Reminders } from './Reminders';

afterEach(() => vi.unstubAllGlobals());

const standard: ReminderDetails = {
  address: 'hanako@example.jp',
  chosen: null,
  rhythm: 'DAILY',
  choices: ['DAILY', 'WEEKLY', 'LATE_ONLY'],
  isMandatory: true,
  language: 'JA',
  goes: true,
};
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('a choice holds at once, and what is mandatory says why', async () => {
  let now = standard;
  const asked = serve({
    'GET /api/account/reminders': () => now,
    'PUT /api/account/reminders': ({ body }) => {
      const { rhythm, language } = body as { rhythm: ReminderDetails['rhythm'] | null; language: 'JA' | 'EN' };
      now = { ...standard, chosen: rhythm, rhythm: rhythm ?? 'DAILY', language };
      return now;
    },
  });
  show(<Reminders />);
  await act(async () => void fireEvent.click(await screen.findByRole('radio', { name: '週に1通（最初の営業日）' })));
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'English' })));
  expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    { rhythm: 'WEEKLY', language: 'JA' },
    { rhythm: 'WEEKLY', language: 'EN' },
  ]);
  expect(await screen.findByText('保存しました')).toBeTruthy();
  expect(screen.getByText(/契約上の義務に関わるため/)).toBeTruthy();
});

test('a choice that was not taken is not shown as taken', async () => {
  serve({
    'GET /api/account/reminders': () => standard,
    'PUT /api/account/reminders': () => refusal(422, 'reminder-rhythm-not-yours', 'この頻度は選べません。'),
  });
  show(<Reminders />);
  await act(async () => void fireEvent.click(await screen.findByRole('radio', { name: '週に1通（最初の営業日）' })));
  expect(await screen.findByText('この頻度は選べません。')).toBeTruthy();
  expect(screen.queryByText('保存しました')).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^標準/ }).checked).toBe(true);
});

test('without an address or without a mail server nothing is promised', async () => {
  serve({ 'GET /api/account/reminders': () => ({ ...standard, goes: false }) });
  show(<Reminders />);
  expect(await screen.findByText(/メールサーバーが設定されていないため/)).toBeTruthy();
});

test('the address of a calendar is shown once, made anew and taken back', async () => {
  let since: string | null = null;
  let made = 0;
  serve({
    'GET /api/account/calendar': () => ({ since }),
    'POST /api/account/calendar': () => {
      since = '2026-12-01T00:00:00Z';
      return { address: `https://tracker.example/api/calendars/secret${++made}.ics` };
    },
    'DELETE /api/account/calendar': () => {
      since = null;
      return null;
    },
  });
  show(<CalendarFeed />);
  await screen.findByText('まだ登録用のアドレスはありません。');
  await press('登録用のアドレスを作る');
  expect(await screen.findByText('https://tracker.example/api/calendars/secret1.ics')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'この端末のカレンダーで開く' }).getAttribute('href')).toBe(
    'webcal://tracker.example/api/calendars/secret1.ics',
  );
  await press(/作り直す/);
  expect(await screen.findByText('https://tracker.example/api/calendars/secret2.ics')).toBeTruthy();
  await press('アドレスを取り消す');
  expect(await screen.findByText('まだ登録用のアドレスはありません。')).toBeTruthy();
  expect(screen.queryByText(/secret2/)).toBeNull();
});
