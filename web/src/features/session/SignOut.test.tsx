import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { browserDrafts } from '../../saving/drafts';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { startAt } from '../../ui/startAt';
import { SignOut } from './SignOut';

vi.mock('../../ui/startAt');

const memberships = ['m1', 'm2'].map((id) => ({
  id,
  organisationId: 'o1',
  organisationName: '例示総合研究所',
  organisationKind: 'CONTRACTOR' as const,
  sectionId: null,
  sectionName: null,
  role: 'CONTRACTOR_OFFICER' as const,
}));
const draft = { value: '書きかけ', base: '' };

afterEach(async () => {
  for (const key of ['m1/row', 'm2/row', 'somebody-else/row']) await browserDrafts.remove(key);
  sessionStorage.clear();
  vi.unstubAllGlobals();
  vi.mocked(startAt).mockClear();
});

const keys = async () =>
  (await Promise.all(['m1/', 'm2/', 'somebody-else/'].map((owner) => browserDrafts.below(owner)))).map(
    ({ size }) => size,
  );

async function signOut() {
  const asked = serve({ 'DELETE /api/session': () => null });
  show(<SignOut memberships={memberships} className="" />);
  await userEvent.click(await screen.findByRole('button', { name: 'サインアウト' }));
  return asked;
}

test('with nothing unsent nobody is asked', async () => {
  await signOut();
  await vi.waitFor(() => expect(startAt).toHaveBeenCalledWith('/sign-in'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what was not sent goes with the session, in every membership, and nobody else’s', async () => {
  for (const key of ['m1/row', 'm2/row', 'somebody-else/row']) await browserDrafts.put(key, draft);
  sessionStorage.setItem('kept/m1/form', '"書きかけ"');
  await signOut();
  await userEvent.click(await screen.findByRole('button', { name: '入力を消してサインアウト' }));
  await vi.waitFor(() => expect(startAt).toHaveBeenCalledWith('/sign-in'));
  expect(await keys()).toEqual([0, 0, 1]);
  expect(sessionStorage.length).toBe(0);
});

test('it stays on this device where the person says so, and also where they stay', async () => {
  await browserDrafts.put('m1/row', draft);
  await signOut();
  await userEvent.click(await screen.findByRole('button', { name: 'サインアウトしない' }));
  expect(startAt).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'サインアウト' }));
  await userEvent.click(await screen.findByRole('button', { name: 'この端末に残してサインアウト' }));
  await vi.waitFor(() => expect(startAt).toHaveBeenCalledWith('/sign-in'));
  expect(await keys()).toEqual([1, 0, 0]);
});
