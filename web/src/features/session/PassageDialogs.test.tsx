import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../../api/client';
import type { Operation } from '../../api/operation';
import { useSending } from '../../api/useAct';
import { refusal, serve } from '../../test/server';
import { session } from '../../test/session';
import { show } from '../../test/show';
import { PassageDialogs } from './PassageDialogs';

const ways = { password: true, passkey: true, providers: [], setUp: false, demo: null };

const doThing = 'POST /api/things' as Operation<{ body: { text: string } }, unknown>;

/** A form that is sent as a whole. */
function Form() {
  const [text, setText] = useState('');
  const send = useSending({ mutationFn: () => call(doThing, { body: { text } }) });
  return (
    <>
      <input aria-label="理由" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={() => send.mutate()}>
        送る
      </button>
      {send.isSuccess && <p>送りました</p>}
      {send.error && <p>送れませんでした</p>}
    </>
  );
}

afterEach(() => vi.unstubAllGlobals());

async function typeAndSend() {
  show(
    <>
      <Form />
      <PassageDialogs session={session} />
    </>,
  );
  fireEvent.change(await screen.findByLabelText('理由'), { target: { value: '入力した理由' } });
  await userEvent.click(screen.getByRole('button', { name: '送る' }));
}

test('after the session ended, signing in again sends what was typed', async () => {
  let isSignedIn = false;
  const asked = serve({
    'GET /api/sign-in': () => ways,
    'GET /api/session': () => session,
    'POST /api/sign-in/password': () => {
      isSignedIn = true;
      return { next: 'DONE', factors: [] };
    },
    'POST /api/things': () => (isSignedIn ? { id: 't1' } : refusal(401, 'sign-in-required')),
  });
  await typeAndSend();
  expect(await screen.findByRole('heading', { name: 'もう一度サインインしてください' })).toBeTruthy();
  expect((await screen.findByLabelText<HTMLInputElement>(/メールアドレス/)).value).toBe('hanako@example.jp');
  await userEvent.type(screen.getByLabelText(/パスワード/), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
  expect(await screen.findByText('送りました')).toBeTruthy();
  expect(asked.filter(({ path }) => path === '/api/things').map(({ body }) => body)).toEqual([
    { text: '入力した理由' },
    { text: '入力した理由' },
  ]);
});

test('whoever signs in again acts as before', async () => {
  let acting = session.memberships[1];
  const asked = serve({
    'GET /api/sign-in': () => ways,
    'GET /api/session': () => ({ ...session, acting }),
    'PUT /api/session/acting': () => {
      acting = session.acting;
      return { ...session, acting };
    },
    'POST /api/sign-in/password': () => ({ next: 'DONE', factors: [] }),
    'POST /api/things': () => (acting?.id === 'm1' ? { id: 't1' } : refusal(401, 'sign-in-required')),
  });
  await typeAndSend();
  await userEvent.type(await screen.findByLabelText(/パスワード/), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
  expect(await screen.findByText('送りました')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ membershipId: 'm1' });
});

test('before an act that counts the password is asked, then the act goes on', async () => {
  let isProven = false;
  serve({
    'GET /api/account': () => ({
      person: session.person,
      hasPassword: true,
      totp: { since: '2026-04-01T00:00:00Z' },
      passkeys: [],
      providers: [],
    }),
    'POST /api/session/re-authentication': ({ body }) => {
      isProven = (body as { password?: string }).password === 'correct horse';
      return isProven ? { reauthenticatedUntil: '' } : refusal(401, 'sign-in-failed', 'パスワードが違います。');
    },
    'POST /api/things': () => (isProven ? { id: 't1' } : refusal(403, 're-authentication-required')),
  });
  await typeAndSend();
  await userEvent.type(await screen.findByLabelText(/パスワード/), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: '確かめて続ける' }));
  expect(await screen.findByText('パスワードが違います。')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/パスワード/), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: '確かめて続ける' }));
  expect(await screen.findByText('送りました')).toBeTruthy();
});
