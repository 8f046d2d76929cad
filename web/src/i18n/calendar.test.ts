import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, lastOf, placeInWeek, weekOf, weeksOf } from './calendar';

test('days are counted over months, leap days and changes of the clock elsewhere', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-10-15', '2026-10-10')).toBe(-5);
});

test('a week is from Monday to Sunday', () => {
  expect(['2026-10-12', '2026-10-15', '2026-10-18'].map(placeInWeek)).toEqual([0, 3, 6]);
  for (const day of ['2026-10-12', '2026-10-15', '2026-10-18'])
    expect(weekOf(day)).toEqual({ from: '2026-10-12', to: '2026-10-18' });
});

test('months go on over the year', () => {
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(lastOf('2027-02')).toBe('2027-02-28');
});

test('the weeks of a month hold each of its days once, in its place', () => {
  for (let month = '2026-01'; month < '2029-01'; month = addMonths(month, 1)) {
    const weeks = weeksOf(month);
    const days = weeks.flat().filter((day) => day !== null);
    expect(days).toHaveLength(daysBetween(`${month}-01`, lastOf(month)) + 1);
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const week of weeks) {
      expect(week).toHaveLength(7);
      expect(week.some((day) => day !== null)).toBe(true);
      week.forEach((day, place) => {
        if (day) expect(placeInWeek(day)).toBe(place);
      });
    }
  }
});
