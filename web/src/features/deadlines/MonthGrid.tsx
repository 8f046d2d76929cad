import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { InboxItem } from '../../api/generated/types.gen';
import { firstOf, monthOf, weeksOf } from '../../i18n/calendar';
import { formatMonth } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { DayCell } from './DayCell';
import { dayBy } from './keys';
import type { DeadlineSearch } from './Ways';

/**
 * A month as a calendar, one stop of Tab: arrows go from day to day and on into the months beside, Home and End to the ends of
 * the week, Page up and Page down to the same day of the month before and after. Enter goes into a day, Escape back out.
 */
export function MonthGrid({
  search,
  month,
  now,
  items,
}: {
  search: DeadlineSearch;
  month: string;
  now: string;
  items: InboxItem[];
}) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const ref = useRef<HTMLTableElement>(null);
  const [chosen, choose] = useState(now);
  const active = [chosen, now].find((day) => monthOf(day) === month) ?? firstOf(month);
  const isMoving = useRef(false);
  useEffect(() => {
    // The day is of another month until that month is there.
    if (!isMoving.current || active !== chosen) return;
    isMoving.current = false;
    ref.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus();
  }, [active, chosen]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-day]');
    const day = cell?.dataset.day;
    if (!cell || !day) return;
    const isInside = event.target !== cell;
    if (event.key === 'Enter' && !isInside) cell.querySelector<HTMLElement>('a')?.focus();
    else if (event.key === 'Escape' && isInside) cell.focus();
    else {
      const to = dayBy(event.key, day);
      if (!to) return;
      isMoving.current = true;
      choose(to);
      if (monthOf(to) !== month)
        void navigate({
          to: '/deadlines',
          search: { ...search, month: monthOf(to) },
          replace: true,
          resetScroll: false,
        });
    }
    event.preventDefault();
  };
  return (
    <div className="hidden md:block print:block">
      <h2 id="month" className="heading-2 mb-2">
        {formatMonth(month, language)}
      </h2>
      <p className="hint mb-2 print:hidden">
        {t(
          'キー操作（暦の中）：矢印で日を移動、Enter でその日の中へ、Esc で日へ戻る、PageUp・PageDown で前後の月',
          'Keys (in the calendar): arrows for the day, Enter into it, Esc back out, Page up and down for the month',
        )}
      </p>
      <table
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose days are gone through by keys is a grid
        role="grid"
        aria-labelledby="month"
        className="w-full table-fixed border-collapse"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weekdays.map(([ja, en]) => (
              <th key={en} scope="col" className="border border-solid-gray-420 bg-solid-gray-50 py-1 text-[0.875rem]">
                {t(ja, en)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)} className="break-inside-avoid">
              {week.map((day, place) =>
                day ? (
                  <DayCell
                    key={day}
                    day={day}
                    isToday={day === now}
                    isActive={day === active}
                    items={items.filter(({ dueOn }) => dueOn === day)}
                    search={search}
                    onReach={() => choose(day)}
                  />
                ) : (
                  <td key={weekdays[place]?.[1]} className="border border-solid-gray-300 bg-solid-gray-50" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const weekdays: [ja: string, en: string][] = [
  ['月', 'Mon'],
  ['火', 'Tue'],
  ['水', 'Wed'],
  ['木', 'Thu'],
  ['金', 'Fri'],
  ['土', 'Sat'],
  ['日', 'Sun'],
];
