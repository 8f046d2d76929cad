import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SuccessionPreview as Preview } from '../../api/generated/types.gen';
import { refusal, serve } from '../../test/server';
import { show } from '../../test/show';
import { SuccessionPreview } from './SuccessionPreview';

beforeEach(() => vi.stubGlobal('scrollTo', () => {}));
afterEach(() => vi.unstubAllGlobals());

const address = '/api/sections/s1/successions/preview?fromPersonId=p1&toPersonId=p2&on=2026-12-01&endMembership=true';
const asked = { sectionId: 's1', fromPersonId: 'p1', toPersonId: 'p2', on: '2026-12-01', endMembership: true };
const preview: Preview = {
  contracts: [{ id: 'c1', name: '動向調査', contractorName: '株式会社調査' }],
  waiting: [{ type: 'ACT_TO_DECIDE', name: { ja: '回答待ち', en: 'To decide' }, count: 3, late: 1 }],
  roles: ['SUPERVISING_OFFICER'],
  delegations: [{ from: '2026-11-20', until: '2026-12-24' }],
};

test('it names the contracts, and says how much waits and what ends', async () => {
  serve({ [`GET ${address}`]: () => preview });
  show(<SuccessionPreview {...asked} />);
  expect((await screen.findByText('動向調査')).textContent).toContain('株式会社調査');
  expect(screen.getByText('契約 1件')).toBeTruthy();
  expect(screen.getByText(/回答待ち 3件/).textContent).toBe('回答待ち 3件（うち期限を過ぎたもの 1件）');
  expect(screen.getByText(/役割も終わります/)).toBeTruthy();
  expect(screen.getByText(/令和8年12月24日までの代理/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '引継書をPDFで開く' }).getAttribute('href')).toBe(
    '/api/sections/s1/people/p1/handover.pdf',
  );
});

test('before both are chosen nothing is asked, and the note is there once the predecessor is', async () => {
  const all = serve({});
  show(<SuccessionPreview {...asked} toPersonId="" />);
  await screen.findByRole('link', { name: '引継書をExcelで保存' });
  expect(screen.queryByText('引き継がれるもの')).toBeNull();
  expect(all).toEqual([]);
});

test('a refusal is shown as the act would give it, and of nobody’s contracts that is said', async () => {
  serve({ [`GET ${address}`]: () => refusal(422, 'officer-unknown', '後任はこの課室の職員から選んでください。') });
  show(<SuccessionPreview {...asked} />);
  await screen.findByText('後任はこの課室の職員から選んでください。');
});

test('who is in charge of nothing hands over nothing', async () => {
  serve({ [`GET ${address}`]: () => ({ contracts: [], waiting: [], roles: [], delegations: [] }) });
  show(<SuccessionPreview {...asked} />);
  await screen.findByText('この方が担当する契約はありません。');
});
