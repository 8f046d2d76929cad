import { addDays, addMonths, daysBetween, firstOf, lastOf, monthOf, placeInWeek } from '../../i18n/calendar';

const WEEK = 7;

/** The day to which a key leads from another one; undefined for a key that leads nowhere. */
export function dayBy(key: string, day: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -WEEK);
    case 'ArrowDown':
      return addDays(day, WEEK);
    case 'Home':
      return addDays(day, -placeInWeek(day));
    case 'End':
      return addDays(day, WEEK - 1 - placeInWeek(day));
    case 'PageUp':
      return inMonth(addMonths(monthOf(day), -1), day);
    case 'PageDown':
      return inMonth(addMonths(monthOf(day), 1), day);
    default:
      return undefined;
  }
}

/** The same day of another month, or its last one where it is shorter. */
const inMonth = (month: string, day: string): string =>
  addDays(firstOf(month), Math.min(Number(day.slice(-2)) - 1, daysBetween(firstOf(month), lastOf(month))));
