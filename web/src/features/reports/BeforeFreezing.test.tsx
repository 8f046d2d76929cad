import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ReportCheck } from '../../api/generated/types.gen';
import { show } from '../../test/show';
import { lacksOnlyDate, NoticesBeforeFreezing } from './BeforeFreezing';
import { BatchedState } from './ReportBatch';

const check = (code: string, severity: ReportCheck['severity']) =>
  ({ code, severity, number: null, messages: { ja: code, en: code }, pointer: null }) as unknown as ReportCheck;
const date = check('reported-on-missing', 'BLOCKING');
const notice = check('header-differs', 'NOTICE');

test('only the date is asked for where it is finalised; any other place left open blocks', () => {
  expect(lacksOnlyDate([])).toBe(true);
  expect(lacksOnlyDate([date, notice])).toBe(true);
  expect(lacksOnlyDate([date, check('addressee-placeholder', 'BLOCKING')])).toBe(false);
});

test('every notice of a report stands where it is frozen', async () => {
  show(<NoticesBeforeFreezing checks={[date, notice, check('norm-differs', 'NOTICE')]} title="調査事業" />);
  expect(await screen.findByRole('heading', { name: /調査事業\s*お知らせ 2件/ })).toBeTruthy();
  expect(screen.getByText('norm-differs')).toBeTruthy();
});

test('a discarded draft is not ready, and notices are counted beside a ready one', async () => {
  show(
    <>
      <BatchedState item={{ state: 'DISCARDED', checks: [] }} />
      <BatchedState item={{ state: 'DRAFT', checks: [notice] }} />
    </>,
  );
  expect(await screen.findByText('破棄した下書き')).toBeTruthy();
  expect(screen.getAllByText('確定できます')).toHaveLength(1);
  expect(screen.getByText('お知らせ 1件')).toBeTruthy();
});
