// Days are yyyy-MM-dd and months yyyy-MM, counted as such: no zone comes in, and no hour of summer time.

const DAY = 86_400_000;
const DAYS_OF_WEEK = 7;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 'yyyy-MM-dd'.length);

/** How many days from one to the other; negative where the other lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** How far into its week it is: 0 is Monday, 6 Sunday. */
export const placeInWeek = (day: string): number => (new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;

/** Monday and Sunday of its week. */
export function weekOf(day: string): { from: string; to: string } {
  const from = addDays(day, -placeInWeek(day));
  return { from, to: addDays(from, DAYS_OF_WEEK - 1) };
}

export const monthOf = (day: string): string => day.slice(0, 'yyyy-MM'.length);

export function addMonths(month: string, months: number): string {
  const first = new Date(month);
  first.setUTCMonth(first.getUTCMonth() + months);
  return monthOf(first.toISOString());
}

/** The months from one to another, both of them with it. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

export const firstOf = (month: string): string => `${month}-01`;
export const lastOf = (month: string): string => addDays(firstOf(addMonths(month, 1)), -1);

/** The weeks of a month, from Monday on; null for the days of other months. */
export function weeksOf(month: string): (string | null)[][] {
  const first = firstOf(month);
  const length = daysBetween(first, lastOf(month)) + 1;
  const before = placeInWeek(first);
  return Array.from({ length: Math.ceil((before + length) / DAYS_OF_WEEK) }, (_, week) =>
    Array.from({ length: DAYS_OF_WEEK }, (_, at) => {
      const day = week * DAYS_OF_WEEK + at - before;
      return day >= 0 && day < length ? addDays(first, day) : null;
    }),
  );
}
