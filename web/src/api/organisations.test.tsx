import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SectionSelect, useSections } from '../features/organisations/SectionSelect';
import { serve } from '../test/server';
import { session } from '../test/session';
import { show } from '../test/show';
import { SessionContext } from './session';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Select() {
  return <SectionSelect sections={useSections()} value={null} onChange={() => {}} />;
}

/** Two forms of a screen, which are closed and opened again. */
function Forms() {
  const [isOpen, setOpen] = useState(true);
  return (
    <SessionContext value={session}>
      {isOpen && [<Select key="one" />, <Select key="other" />]}
      <button type="button" onClick={() => setOpen(!isOpen)}>
        開閉
      </button>
    </SessionContext>
  );
}

test('the list of organisations is asked for once, however many forms choose from it', async () => {
  const asked = serve({
    'GET /api/organisations?kind=MINISTRY_OFFICE': () => [
      { id: 'o', name: '例示経済産業局', sections: [{ id: 's', name: '地域連携課', mail: null }] },
    ],
  });
  show(<Forms />);
  expect(await screen.findAllByRole('option', { name: /地域連携課/ })).toHaveLength(2);
  for (let i = 0; i < 2; i++) {
    act(() => screen.getByRole('button', { name: '開閉' }).click());
    await act(() => vi.advanceTimersByTimeAsync(10_000));
  }
  expect(screen.getAllByRole('option', { name: /地域連携課/ })).toHaveLength(2);
  expect(asked.map(({ path }) => path)).toEqual(['/api/organisations?kind=MINISTRY_OFFICE']);
});
