import { Link } from '@tanstack/react-router';
import type { InboxItem } from '../../api/generated/types.gen';
import { formatDay } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { counted, labelled } from '../../i18n/punctuation';
import { entryOf, placeOf } from '../inbox/items';
import { ShortEntry } from './ShortEntry';
import type { DeadlineSearch } from './Ways';

const MOST = 4;

/** A day of the calendar with what falls due on it; all of a full day stands in the list. */
export function DayCell({
  day,
  isToday,
  isActive,
  items,
  search,
  onReach,
}: {
  day: string;
  isToday: boolean;
  isActive: boolean;
  items: InboxItem[];
  search: DeadlineSearch;
  onReach: () => void;
}) {
  const { t, language } = useLanguage();
  const tabIndex = isActive ? 0 : -1;
  const link = 'link block text-[0.8125rem] leading-[1.4]';
  const number =
    items.length === 0 ? t('なし', 'nothing') : t(`${items.length}件`, counted(items.length, 'entry', 'entries'));
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: what a td of a grid is, not every reader works out by itself
      role="gridcell"
      data-day={day}
      tabIndex={tabIndex}
      aria-current={isToday ? 'date' : undefined}
      onFocus={onReach}
      className="h-24 border border-solid-gray-420 p-1.5 align-top"
    >
      <span className="sr-only">{labelled(formatDay(day, language), number, t)}</span>
      <span
        aria-hidden="true"
        className={isToday ? 'rounded-4 bg-key-900 px-1.5 font-700 text-white print:text-black' : ''}
      >
        {Number(day.slice(-2))}
      </span>
      <ul className="mt-1 grid gap-1">
        {items.slice(0, MOST).map((item) => (
          <li key={entryOf(item)}>
            <Link {...placeOf(item)} tabIndex={tabIndex} className={link}>
              <ShortEntry item={item} />
              {t('：', ': ')}
              {item.contractName}
            </Link>
          </li>
        ))}
        {items.length > MOST && (
          <li>
            <Link
              to="/deadlines"
              search={{ ...search, view: undefined, month: day.slice(0, 7) }}
              tabIndex={tabIndex}
              className={link}
            >
              {t(`ほか${items.length - MOST}件`, `${items.length - MOST} more`)}
            </Link>
          </li>
        )}
      </ul>
    </td>
  );
}
