import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContractFilter } from '../../api/queries';
import { serve } from '../../test/server';
import { show } from '../../test/show';
import { ContractFilters } from './ContractFilters';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The filters as the list of contracts holds them; what they ask for is told in order. */
function Filters({ changes }: { changes: ContractFilter[] }) {
  const [filter, setFilter] = useState<ContractFilter>({});
  return (
    <>
      <ContractFilters
        filter={filter}
        onChange={(change) => {
          changes.push(change);
          setFilter({ ...filter, ...change });
        }}
      />
      <button type="button" onClick={() => setFilter({})}>
        外す
      </button>
    </>
  );
}

async function showFilters() {
  const asked = serve({
    'GET /api/edition-names': () => [{ code: 'ED-C', name: '版C', can: { registerContract: true } }],
  });
  const changes: ContractFilter[] = [];
  show(<Filters changes={changes} />);
  await screen.findByRole('option', { name: 'ED-C' });
  return { asked, changes, field: screen.getByRole('searchbox') as HTMLInputElement };
}
const type = (field: HTMLInputElement, text: string) => fireEvent.change(field, { target: { value: text } });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

test('what is typed is looked for once its typing pauses', async () => {
  const { changes, field } = await showFilters();
  for (const text of ['調', '調査', '調査の']) {
    type(field, text);
    await pass(200);
  }
  expect(changes).toEqual([]);
  expect(field.value).toBe('調査の');
  await pass(150);
  expect(changes).toEqual([{ q: '調査の' }]);
  type(field, '調査');
  type(field, '調査の');
  await pass(400);
  expect(changes).toHaveLength(1);
  type(field, '');
  await pass(400);
  expect(changes.at(-1)).toEqual({ q: undefined });
});

test('a choice made in the pause is kept', async () => {
  const { changes, field } = await showFilters();
  type(field, '調査');
  fireEvent.change(screen.getByLabelText('段階'), { target: { value: 'ACTIVE' } });
  await pass(400);
  expect(changes).toEqual([{ stage: 'ACTIVE' }, { q: '調査' }]);
  expect((screen.getByLabelText('段階') as HTMLSelectElement).value).toBe('ACTIVE');
});

test('what an input method has not turned into its characters yet is not looked for', async () => {
  const { changes, field } = await showFilters();
  fireEvent.compositionStart(field);
  fireEvent.input(field, { target: { value: 'ちょうさ' }, isComposing: true });
  await pass(1000);
  expect(changes).toEqual([]);
  fireEvent.input(field, { target: { value: '調査' }, isComposing: true });
  fireEvent.compositionEnd(field);
  await pass(400);
  expect(changes).toEqual([{ q: '調査' }]);
});

test('what is cleared elsewhere leaves the field, and what was about to be asked is not', async () => {
  const { changes, field } = await showFilters();
  type(field, '調査');
  await pass(400);
  type(field, '調査の契約');
  fireEvent.click(screen.getByRole('button', { name: '外す' }));
  await pass(400);
  expect(field.value).toBe('');
  expect(changes).toEqual([{ q: '調査' }]);
});

test('the editions come by name, and once', async () => {
  const { asked } = await showFilters();
  expect(asked.map(({ path }) => path)).toEqual(['/api/edition-names']);
});
