import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { FileDetails, PartDetails } from '../../api/generated/types.gen';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { PartFiles } from './PartFiles';

const reason = { ja: '登録した側だけが消去できます。', en: 'Only the side that added it can erase it.' };
const file: FileDetails = {
  id: 'f1',
  version: 2,
  name: '誓約書.pdf',
  mediaType: 'application/pdf',
  bytes: 2048,
  sha256: 'a'.repeat(64),
  keptAt: '2026-11-20T01:00:00Z',
  keptBy: {
    name: '高橋　三郎',
    role: 'SUBCONTRACTOR_OFFICER',
    organisationName: '例示印刷有限会社',
    sectionName: null,
  },
  erased: null,
  can: { eraseFile: true },
};
const part = (files: FileDetails[], paperWanted = false) =>
  ({ id: 'pt1', files, paperWanted, can: { enterPartRow: true, keepPartFile: true } }) as unknown as PartDetails;
const adding = () => screen.queryByLabelText('資料を添付');
afterEach(() => vi.unstubAllGlobals());

test('whoever put a file there erases it, once sure and with a reason', async () => {
  const asked = serve({ 'PUT /api/files/f1/erasure': () => ({ id: 'f1', version: 3, sequence: 9 }) });
  show(<PartFiles part={part([file])} />);
  expect((await screen.findByRole('link', { name: '誓約書.pdf' })).getAttribute('href')).toBe('/api/files/f1/content');
  expect(adding()).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '「誓約書.pdf」を消去' }));
  const confirm = screen.getByRole<HTMLButtonElement>('button', { name: '消去する' });
  expect(confirm.disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/^消去する理由/), '差し替えたため。');
  await userEvent.click(screen.getByLabelText('元に戻せないことを確認しました'));
  await userEvent.click(confirm);
  await vi.waitFor(() =>
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({ body: { reason: '差し替えたため。' } }),
  );
});

test('the other side reads it, and why it does not erase it', async () => {
  show(<PartFiles part={part([{ ...file, can: { eraseFile: { code: 'closed', reason } } }], true)} />);
  expect(await screen.findByText(reason.ja)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(adding()).toBeNull();
});

test('of an erased file its name and the reason stay', async () => {
  const erased = { at: '2026-11-21T01:00:00Z', reason: '誤ったファイル。' };
  show(<PartFiles part={part([{ ...file, erased, can: { eraseFile: { code: 'closed', reason } } }])} />);
  expect(await screen.findByText('消去済み')).toBeTruthy();
  expect(screen.getByText(/誤ったファイル。/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});
