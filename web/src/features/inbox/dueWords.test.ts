import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InboxItem } from '../../api/generated/types.gen';
import type { Language } from '../../i18n/language';
import { awaitedOf, dueOf, isLate } from './dueWords';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-10-10T03:00:00Z') }));
afterEach(() => void vi.useRealTimers());

type DueIs = NonNullable<InboxItem['dueIs']>;
const said = (dueIs: DueIs, dueOn: string, daysLeft: number, language: Language = 'ja') => {
  const due = dueOf({ dueIs, dueOn, daysLeft }, (ja, en) => (language === 'ja' ? ja : en), language);
  return due && `${due.words}${due.aside}`;
};

test.each<[DueIs, string, number, string, string, boolean]>([
  ['DEADLINE', '2026-10-15', 5, 'あと5日（10月15日 木）', 'in 5 days (Thu 15 Oct)', false],
  ['DEADLINE', '2026-10-10', 0, '本日（10月10日 土）', 'today (Sat 10 Oct)', false],
  ['DEADLINE', '2026-10-07', -3, '3日過ぎています（10月7日 水）', '3 days overdue (Wed 7 Oct)', true],
  ['BEFORE', '2026-10-15', 5, 'あと5日（事前に・10月15日 木）', 'in 5 days (beforehand · Thu 15 Oct)', false],
  ['BEFORE', '2026-10-10', 0, '本日（事前に・10月10日 土）', 'today (beforehand · Sat 10 Oct)', false],
  ['BEFORE', '2026-10-09', -1, '1日過ぎています（事前に・10月9日 金）', '1 day overdue (beforehand · Fri 9 Oct)', true],
  ['GUIDE', '2026-10-15', 5, '目安日 10月15日 木（あと5日）', 'guide day Thu 15 Oct (in 5 days)', false],
  ['GUIDE', '2026-10-10', 0, '目安日 10月10日 土（本日）', 'guide day Sat 10 Oct (today)', false],
  ['GUIDE', '2026-08-25', -46, '目安日から46日（8月25日 火）', '46 days since the guide day (Tue 25 Aug)', false],
])('%s on %s with %i days left: %s', (dueIs, dueOn, daysLeft, ja, en, late) => {
  expect(said(dueIs, dueOn, daysLeft)).toBe(ja);
  expect(said(dueIs, dueOn, daysLeft, 'en')).toBe(en);
  expect(isLate({ dueIs, daysLeft })).toBe(late);
});

test('a day of another year has its year, and what has no day says nothing', () => {
  expect(said('DEADLINE', '2027-03-24', 165)).toBe('あと165日（令和9年3月24日 水）');
  expect(said('DEADLINE', '2027-03-24', 165, 'en')).toBe('in 165 days (Wed 24 Mar 2027)');
  expect(dueOf({ dueOn: null, dueIs: null, daysLeft: null }, (ja) => ja, 'ja')).toBeNull();
  expect(isLate({ dueIs: null, daysLeft: null })).toBe(false);
});

test('who is awaited, and for how long', () => {
  const words = (awaits: InboxItem['awaits'], ageDays: number) => awaitedOf({ awaits, ageDays }, (ja) => ja);
  expect(words('OFFICER', 12)).toBe('担当職員の回答待ち 12日');
  expect(words('CONTRACTOR', 1)).toBe('受注者の対応待ち 1日');
  expect(words('SUBCONTRACTOR', 0)).toBe('再委託先の記入待ち 本日から');
  expect(words(null, 3)).toBe('');
});
