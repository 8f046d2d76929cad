import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ActingSession } from '../../api/session';
import { SessionContext } from '../../api/session';
import { serve } from '../../test/server';
import { session } from '../../test/session';
import { show } from '../../test/show';
import { Start } from './Start';

afterEach(() => vi.unstubAllGlobals());

function start(can: ActingSession['can'], total = 0) {
  const asked = serve({ 'GET /api/contracts?limit=1': () => ({ items: [], total, showsReports: true, next: null }) });
  const router = show(
    <SessionContext value={{ ...session, can }}>
      <Start />
    </SessionContext>,
  );
  return { asked, router };
}

test.each<[string, ActingSession['can'], number, string]>([
  [
    'an officer of the contractor with contracts',
    { readInbox: true, readContracts: true, registerContract: true },
    1,
    '/inbox',
  ],
  ['an officer of the ministry, and staff', { readInbox: true, readContracts: true }, 0, '/inbox'],
  ['a subcontractor’s officer who reads the inbox', { readInbox: true, enterPart: true }, 0, '/inbox'],
  ['a subcontractor’s officer', { enterPart: true }, 0, '/parts'],
  ['an auditor', { readContracts: true }, 0, '/contracts'],
  ['an administrator', { managePeople: true }, 0, '/organisations/o1'],
])('%s lands where their work is', async (_, can, total, path) => {
  const { asked, router } = start(can, total);
  await waitFor(() => expect(router.state.location.pathname).toBe(path));
  expect(asked.length).toBe(can.registerContract ? 1 : 0);
});

test('who registers contracts and has none yet finds where to drop one', async () => {
  const { router } = start({ readInbox: true, readContracts: true, registerContract: true });
  expect(await screen.findByRole('heading', { level: 1, name: '契約を始める' })).toBeTruthy();
  expect(router.state.location.pathname).toBe('/');
});
