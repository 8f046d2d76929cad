import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { PriorReports } from './PriorReports';

const by = { name: '佐藤　一郎', role: null, organisationName: '例示経済産業局' };
const prior = {
  id: 'p',
  version: 1,
  contractId: 'c',
  from: '2026-07-10',
  to: '2026-09-30',
  source: { name: '上期.docx', sha256: 'aa' },
  recordedAt: '2026-10-06T01:00:00Z',
  recordedBy: by,
  withdrawal: null as object | null,
  can: { withdrawPriorReport: true as object | true },
};

afterEach(() => vi.unstubAllGlobals());

test('what was kept by mistake is taken back with a reason, and stays in sight', async () => {
  let now = prior;
  const asked = serve({
    'GET /api/contracts/c/prior-reports': () => [now],
    'POST /api/prior-reports/p/withdrawal': ({ body }) => {
      const withdrawal = { ...(body as object), by, at: '2026-10-07T01:00:00Z' };
      now = {
        ...prior,
        version: 2,
        withdrawal,
        can: { withdrawPriorReport: { code: 'closed', reason: { ja: '', en: '' } } },
      };
      return { id: 'p', version: 2, sequence: 1 };
    },
    'POST /api/prior-reports/p/opening': () => null,
  });
  show(<PriorReports contractId="c" />);
  fireEvent.click(await screen.findByRole('button', { name: '取り消す' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/取消しの理由/), { target: { value: '別の契約の別紙でした。' } });
  fireEvent.click(dialog.getByRole('button', { name: '取り消す' }));

  expect(await screen.findByText('取消しの理由：別の契約の別紙でした。')).toBeTruthy();
  expect(screen.getByText('取消し')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: '取り消す' })).toBeNull());
  // Whoever has it on the screen has seen it.
  const sent = () => asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
  await waitFor(() => expect(sent()).toEqual(['/api/prior-reports/p/withdrawal', '/api/prior-reports/p/opening']));
});
