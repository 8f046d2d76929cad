import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { ContractDetails, SubcontractorDetails } from '../../api/generated/types.gen';
import { type Asked, serve } from '../../test/server';
import { show } from '../../test/show';
import { SubcontractorDialog } from './SubcontractorActs';

const contract = { id: 'c1', version: 4, consortium: null } as ContractDetails;
const firm: SubcontractorDetails = {
  id: 'f1',
  organisationId: null,
  name: '例示印刷有限会社',
  kind: 'SUBCONTRACTOR',
  numbers: [5],
  from: '2026-04-01',
  endedOn: null,
  partId: 'pt1',
  organisationChoice: true,
  can: { changeSubcontractor: true, releaseSubcontractor: true },
};
const reason = { ja: 'この組織は既に登録されています。', en: 'It takes part already.' };
const firms = [
  { id: 'o1', name: '例示印刷有限会社', can: { engageSubcontractor: { code: 'closed', reason } } },
  { id: 'o2', name: '例示製本株式会社', can: { engageSubcontractor: true } },
];
afterEach(() => vi.unstubAllGlobals());

function server(): Asked[] {
  return serve({
    'GET /api/contracts/c1/candidates': () => ({ staff: [], officers: [], firms }),
    'GET /api/contracts/c1/obligations': () => [{ number: 5, reported: true }],
    'PUT /api/contracts/c1/subcontractors/f1': () => ({ id: 'c1', version: 5, sequence: 5 }),
  });
}
const written = (asked: Asked[]) => asked.find(({ method }) => method === 'PUT')?.body;

test('a firm without an organisation takes one that the server lets it take', async () => {
  const asked = server();
  show(<SubcontractorDialog contract={contract} firm={firm} onClose={() => {}} />);
  const choice = await screen.findByLabelText('このシステムでの組織（任意）');
  await within(choice).findByRole('option', { name: '例示製本株式会社' });
  expect(within(choice).queryByRole('option', { name: '例示印刷有限会社' })).toBeNull();
  await userEvent.selectOptions(choice, 'o2');
  await userEvent.click(screen.getByRole('button', { name: '記録する' }));
  await vi.waitFor(() => expect(written(asked)).toMatchObject({ organisationId: 'o2' }));
});

test('a part that has its firm is not offered to another, and the server says why', async () => {
  const asked = server();
  const own = { ...firm, organisationId: 'o1', organisationChoice: { code: 'closed', reason } };
  show(<SubcontractorDialog contract={contract} firm={own} onClose={() => {}} />);
  expect(await screen.findByText(reason.ja)).toBeTruthy();
  expect(screen.queryByLabelText('このシステムでの組織（任意）')).toBeNull();
  await userEvent.type(screen.getByLabelText(/^名称/), '（改称）');
  await userEvent.click(screen.getByRole('button', { name: '記録する' }));
  await vi.waitFor(() =>
    expect(written(asked)).toEqual({ organisationId: 'o1', name: '例示印刷有限会社（改称）', numbers: [5] }),
  );
});
