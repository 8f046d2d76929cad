import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { EditionDetails, EditionHistoryEntry } from '../../api/generated/types.gen';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { EditionActs } from './EditionActs';
import { EditionHistory } from './EditionHistory';
import { StandingMarks } from './standing';

const no = { code: 'closed', reason: { ja: 'できません。', en: 'No.' } };
const nothing = {
  registerContract: no,
  reviseEdition: no,
  requestEditionAdoption: no,
  adoptEdition: no,
  withdrawEditionAdoption: no,
  withdrawEdition: no,
};
const own = {
  code: 'ED-X_7A01BC42',
  version: 3,
  standing: 'OWN',
  isOwn: true,
  firmName: '例示総合研究所株式会社',
  adoptionRequested: false,
  readableByAll: false,
  can: { ...nothing, requestEditionAdoption: true, withdrawEdition: true },
} satisfies Partial<EditionDetails>;
const names = () => screen.queryAllByRole('button').map((button) => button.textContent);

afterEach(() => vi.unstubAllGlobals());

test('a firm asks for the adoption of its own edition, and is told beforehand who will see it', async () => {
  const asked = serve({
    'POST /api/editions/ED-X_7A01BC42/adoption-request': () => ({ id: 'e', version: 4, sequence: 1 }),
  });
  show(<EditionActs edition={own} />);
  await screen.findByRole('button', { name: '採用を依頼' });
  expect(names()).toEqual(['採用を依頼', '取り下げる']);
  fireEvent.click(screen.getByRole('button', { name: '採用を依頼' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/この版の全文と組織名を見られるようになります/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '採用を依頼' }));
  await waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1));
});

test('the ministry adopts with a reason', async () => {
  const asked = serve({ 'POST /api/editions/ED-X_7A01BC42/adoption': () => ({ id: 'e', version: 4, sequence: 1 }) });
  show(<EditionActs edition={{ ...own, can: { ...nothing, adoptEdition: true } }} />);
  fireEvent.click(await screen.findByRole('button', { name: '採用' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/^理由/), { target: { value: '各課で使うため' } });
  fireEvent.click(dialog.getByRole('button', { name: '採用' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ body: { reason: '各課で使うため' } }),
  );
});

test('who can do nothing is offered nothing', async () => {
  show(
    <>
      <EditionActs edition={{ ...own, can: nothing }} />
      <p>以上</p>
    </>,
  );
  await screen.findByText('以上');
  expect(names()).toEqual([]);
});

test.each<[Partial<EditionDetails>, string[]]>([
  [{ standing: 'ADOPTED' }, ['採用済み']],
  [{ standing: 'OWN' }, ['この組織の版']],
  [{ standing: 'OWN', isOwn: false, adoptionRequested: true }, ['公表した組織の版', '採用の依頼あり']],
  [{ standing: 'WITHDRAWN' }, ['取下げ済み']],
])('%o is marked %o', async (change, marks) => {
  show(<StandingMarks edition={{ ...own, ...change }} />);
  await screen.findByText(marks[0] ?? '');
  expect([...document.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual(marks);
});

test('the history says who, when and why, and of another firm no name', async () => {
  const entry: EditionHistoryEntry = {
    type: 'edition_published',
    recordedAt: '2026-11-30T01:00:00Z',
    side: 'FIRM',
    organisationName: null,
    personName: null,
    revision: 1,
    reason: null,
  };
  const adopted = { type: 'edition_adopted', side: 'MINISTRY' as const, organisationName: '例示経済産業局' };
  serve({
    'GET /api/editions/ED-X/history': () => [
      entry,
      { ...entry, ...adopted, recordedAt: '2026-11-30T02:00:00Z', revision: null, reason: '各課で使うため' },
    ],
  });
  show(<EditionHistory code="ED-X" />);
  expect((await screen.findAllByRole('listitem')).map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^公表公表した組織/),
    expect.stringMatching(/^採用例示経済産業局.*各課で使うため$/),
  ]);
});
