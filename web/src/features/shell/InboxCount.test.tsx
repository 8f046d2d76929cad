import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { inboxCounts } from '../../test/inboxItem';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { InboxCount } from './InboxCount';

afterEach(() => vi.unstubAllGlobals());

function Acting() {
  const lift = useAct(() => call(api.liftOverride, { path: { contractId: 'c', number: 5 }, version: 1 }));
  return (
    <>
      <a href="/inbox">
        要対応一覧
        <InboxCount />
      </a>
      <InboxCount />
      <button type="button" onClick={() => lift.mutate()}>
        する
      </button>
    </>
  );
}

test('what falls due and what is to be done is counted, asked once, and again after an act', async () => {
  let counts = { ...inboxCounts, deadline: 2, own: 1, awaited: 7 };
  const asked = serve({
    'GET /api/inbox?scope=mine&limit=1': () => ({ items: [], counts, next: null }),
    'DELETE /api/contracts/c/obligations/5/override': () => ({ id: 'o', version: 2, sequence: 1 }),
  });
  show(<Acting />);
  expect(await screen.findByRole('link', { name: '要対応一覧 3件' })).toBeTruthy();
  expect(asked).toHaveLength(1);
  counts = { ...counts, deadline: 0, own: 0 };
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'する' })));
  expect(await screen.findByRole('link', { name: '要対応一覧' })).toBeTruthy();
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET']);
});
