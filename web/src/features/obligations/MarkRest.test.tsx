import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { makeQueryClient } from '../../api/queries';
import { LanguageProvider } from '../../i18n/language';
import { SavingProvider } from '../../saving/useSaver';
import { unrecorded } from '../../test/obligation';
import { MarkRest } from './MarkRest';
import { ObligationRecord } from './ObligationRow';

const item = (number: number, change: Partial<ObligationDetails> = {}): ObligationDetails => ({
  ...unrecorded,
  number,
  requirementId: `17:${number}`,
  version: number,
  heading: null,
  clauseText: '受注者は…',
  rowText: null,
  ...change,
});

let writes: { path: string; ifMatch: string | null }[];

beforeEach(() => {
  writes = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input);
    if (init?.method !== 'PUT') return Response.json({ code: 'not-found' }, { status: 404 });
    writes.push({ path, ifMatch: new Headers(init.headers).get('If-Match') });
    return path.includes('/4/')
      ? Response.json({ code: 'no', messages: { ja: '記録できません。', en: '' } }, { status: 409 })
      : Response.json({ id: 'x', version: 99, sequence: 99 });
  });
});
afterEach(() => vi.unstubAllGlobals());

test('marks the unrecorded items that stay ticked, each under its own version, and shows what failed in its row', async () => {
  const list = [item(2), item(3), item(4), item(5, { status: 'NOT_APPLICABLE', reason: '再委託なし' })];
  const drafts = { below: async () => new Map(), put: async () => {}, remove: async () => {} };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <LanguageProvider>
        <SavingProvider drafts={drafts}>
          <MarkRest obligations={list} />
          {list.map((one) => (
            <ObligationRecord key={one.number} obligation={one} legend={`${one.number})`} />
          ))}
        </SavingProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /未記録の3項目/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /^2\)/ }));
  fireEvent.click(screen.getByRole('button', { name: '2項目を「実施」にする' }));
  expect(await screen.findByText('記録できません。')).toBeTruthy();
  expect(writes).toEqual([
    { path: '/api/contracts/c1/obligations/3/status', ifMatch: '"3"' },
    { path: '/api/contracts/c1/obligations/4/status', ifMatch: '"4"' },
  ]);
});
