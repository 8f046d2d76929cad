import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReportDetails } from '../../api/generated/types.gen';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { FormButtons } from '../../ui/FormDialog';
import { correctionForms, DateCorrections } from './DateCorrections';

const report = {
  id: 'r',
  version: 9,
  contractId: 'c',
  submission: { on: '2026-10-02' },
  receipt: { on: '2026-10-05' },
  corrections: [
    {
      date: 'RECEIVED_ON',
      before: '2026-10-04',
      on: '2026-10-05',
      reason: '受付印の日付の読み誤り。',
      by: { name: '佐藤　一郎', role: null, organisationName: '例示経済産業局' },
      at: '2026-10-06T01:00:00Z',
    },
  ],
  wayCorrections: [],
  can: { correctReportDate: true },
  correctableDates: ['RECEIVED_ON'],
} as unknown as ReportDetails;

afterEach(() => vi.unstubAllGlobals());

test('a 訂正 stands with the day before, the reason and who; to have it on the screen is to have seen it', async () => {
  const asked = serve({ 'POST /api/reports/r/opening': () => null });
  show(<DateCorrections report={report} />);
  expect((await screen.findByText(/受付印の日付の読み誤り/)).textContent).toContain('理由：');
  expect(screen.getByText('訂正：受領の日')).toBeTruthy();
  expect(document.querySelector('del')?.textContent).toMatch(/4/);
  expect(screen.getByText(/例示経済産業局/)).toBeTruthy();
  await waitFor(() =>
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/reports/r/opening']),
  );
});

test('only the day that one wrote down oneself is offered to be put right, with a reason', async () => {
  const asked = serve({ 'POST /api/reports/r/corrections': () => ({ id: 'r', version: 10, sequence: 1 }) });
  show(<FormButtons forms={correctionForms(report, (ja) => ja)} contractId="c" />);
  fireEvent.click(await screen.findByRole('button', { name: '受領の日を訂正' }));
  expect(screen.queryByRole('button', { name: '提出の日を訂正' })).toBeNull();
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/正しい受領の日/), { target: { value: '2026-10-06' } });
  fireEvent.change(dialog.getByLabelText(/訂正の理由/), { target: { value: '翌日に届いたため。' } });
  fireEvent.click(dialog.getByRole('button', { name: '訂正する' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ date: 'RECEIVED_ON', on: '2026-10-06', reason: '翌日に届いたため。' });
});
