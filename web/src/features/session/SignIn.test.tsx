import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { refusal, serve } from '../../test/server';
import { show } from '../../test/show';
import { SignIn } from './SignIn';

const ways = { password: true, passkey: true, providers: [{ id: 'entra', name: '例示省' }], setUp: false, demo: null };
afterEach(() => vi.unstubAllGlobals());

async function signInWith(password: string) {
  await userEvent.type(await screen.findByLabelText(/メールアドレス/), 'hanako@example.jp');
  await userEvent.type(screen.getByLabelText(/パスワード/), password);
  await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
}

test('a wrong password says what to do, and the right one is done', async () => {
  const onDone = vi.fn();
  serve({
    'GET /api/sign-in': () => ways,
    'POST /api/sign-in/password': ({ body }) =>
      (body as { password: string }).password === 'correct horse'
        ? { next: 'DONE', factors: [] }
        : refusal(401, 'sign-in-failed', 'メールアドレスかパスワードが違います。'),
  });
  show(<SignIn begun={null} to="/" onDone={onDone} />);
  await signInWith('wrong');
  expect((await screen.findByRole('alert')).textContent).toContain('メールアドレスかパスワードが違います。');
  await userEvent.clear(screen.getByLabelText(/パスワード/));
  await userEvent.type(screen.getByLabelText(/パスワード/), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: 'サインイン' }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

test('the second factor takes full-width digits, too, and a recovery code instead', async () => {
  const onDone = vi.fn();
  const asked = serve({
    'GET /api/sign-in': () => ways,
    'POST /api/sign-in/password': () => ({ next: 'SECOND_FACTOR', factors: ['TOTP', 'RECOVERY_CODE'] }),
    'POST /api/sign-in/second-factor': ({ body }) =>
      'recoveryCode' in (body as object)
        ? { next: 'DONE', factors: [] }
        : refusal(401, 'code-wrong', 'コードが違います。'),
  });
  show(<SignIn begun={null} to="/" onDone={onDone} />);
  await signInWith('correct horse');
  fireEvent.change(await screen.findByLabelText(/6桁のコード/), { target: { value: '１２３ ４５６' } });
  await userEvent.click(screen.getByRole('button', { name: '確認する' }));
  expect((await screen.findByRole('alert')).textContent).toContain('コードが違います。');
  expect(asked.at(-1)?.body).toEqual({ code: '123456' });
  await userEvent.click(screen.getByRole('button', { name: /回復コード/ }));
  await userEvent.type(screen.getByLabelText(/回復コード/), 'ABCD-EFGH');
  await userEvent.click(screen.getByRole('button', { name: '確認する' }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

test('whoever must have a second factor sets up an app and keeps the recovery codes before going on', async () => {
  const onDone = vi.fn();
  serve({
    'GET /api/sign-in': () => ways,
    'POST /api/account/totp': () => ({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' }),
    'POST /api/account/totp/confirmation': () => ({ next: 'DONE', recoveryCodes: ['AAAA-1111', 'BBBB-2222'] }),
  });
  show(<SignIn begun={{ next: 'ENROL_SECOND_FACTOR', factors: [] }} to="/" onDone={onDone} />);
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
  expect(screen.getByRole('img', { name: /QRコード/ })).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/6桁のコード/), '123456');
  await userEvent.click(screen.getByRole('button', { name: '登録する' }));
  expect(await screen.findByText('AAAA-1111')).toBeTruthy();
  const onward = screen.getByRole<HTMLButtonElement>('button', { name: '進む' });
  expect(onward.disabled).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: '保管しました' }));
  await userEvent.click(onward);
  expect(onDone).toHaveBeenCalledOnce();
});

test('an organisation’s own sign-in leads back to where one was', async () => {
  serve({ 'GET /api/sign-in': () => ways });
  show(<SignIn begun={null} to="/contracts/c1" onDone={() => {}} />);
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: '例示省でサインイン' });
  expect(link.getAttribute('href')).toBe('/api/sign-in/providers/entra?to=%2Fcontracts%2Fc1');
});
