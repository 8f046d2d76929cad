import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { PartDetails, PartRowDetails } from '../../api/generated/types.gen';
import { type Asked, serve } from '../../test/server';
import { show } from '../../test/show';
import { PartRowFields } from './PartRowFields';

const row: PartRowDetails = {
  number: 10,
  requirementId: '17:10',
  heading: null,
  clauseText: '従事者に対し教育を行うこと。',
  rowText: '従事者に対し教育を行うこと。',
  method: null,
  status: null,
  reason: null,
  enteredBy: null,
  fileId: null,
};
const part: PartDetails = {
  id: 'pt1',
  version: 3,
  contractId: 'c1',
  contractName: '例示業務',
  contractorName: '例示総合研究所株式会社',
  editionCode: 'ED-D',
  subcontractorId: 'f1',
  name: '例示印刷有限会社',
  kind: 'SUBCONTRACTOR',
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  closedOn: null,
  rows: [row],
  files: [],
  paperWanted: false,
  can: { enterPartRow: true, keepPartFile: true },
};
afterEach(() => vi.unstubAllGlobals());

function server(): Asked[] {
  let version = part.version;
  return serve({
    'PUT /api/parts/pt1/rows/10': () => ({ id: 'pt1', version: ++version, sequence: version }),
    'GET /api/parts/pt1': () => ({ ...part, version }),
  });
}
const writes = (asked: Asked[]) => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

test('a firm records its row: the choice goes out with the method typed before', async () => {
  const asked = server();
  show(<PartRowFields part={part} row={row} paperId={null} isReadOnly={false} />);
  const method = await screen.findByLabelText('遵守の方法');
  fireEvent.change(method, { target: { value: '毎年四月に研修を行う。' } });
  fireEvent.blur(method);
  await userEvent.click(screen.getByRole('radio', { name: '実施' }));
  await vi.waitFor(() =>
    expect(writes(asked).at(-1)).toEqual({
      method: '毎年四月に研修を行う。',
      status: 'IMPLEMENTED',
      reason: null,
      fileId: null,
    }),
  );
});

test('未実施 waits for its reason', async () => {
  const asked = server();
  show(<PartRowFields part={part} row={row} paperId={null} isReadOnly={false} />);
  await userEvent.click(await screen.findByRole('radio', { name: '未実施' }));
  expect(await screen.findByText('＊未実施の理由を入力してください。')).toBeTruthy();
  expect(writes(asked)).toEqual([]);
});

test('the contractor enters with the signed paper', async () => {
  const asked = server();
  show(<PartRowFields part={part} row={row} paperId="file1" isReadOnly={false} />);
  await userEvent.click(await screen.findByRole('radio', { name: '実施' }));
  await vi.waitFor(() => expect(writes(asked).at(-1)).toMatchObject({ status: 'IMPLEMENTED', fileId: 'file1' }));
});

test('who may not enter reads', async () => {
  server();
  show(<PartRowFields part={part} row={row} paperId={null} isReadOnly />);
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: '実施' })).matches(':disabled')).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('遵守の方法').readOnly).toBe(true);
});
