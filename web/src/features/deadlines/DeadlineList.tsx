import { Link } from '@tanstack/react-router';
import type { InboxItem } from '../../api/generated/types.gen';
import { monthOf, monthsFrom } from '../../i18n/calendar';
import { formatMonth } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Chip } from '../../ui/Words';
import { Due } from '../inbox/Due';
import { awaitedOf } from '../inbox/dueWords';
import { askName, entryOf, placeOf, titleOf } from '../inbox/items';

/** What falls due, under the month in which it does; a month in which nothing does is left out. */
export function DeadlineList({ from, to, items }: { from: string; to: string; items: InboxItem[] }) {
  const { t, language } = useLanguage();
  const filled = monthsFrom(from, to)
    .map((month) => ({ month, due: items.filter(({ dueOn }) => dueOn !== null && monthOf(dueOn) === month) }))
    .filter(({ due }) => due.length > 0);
  if (filled.length === 0)
    return (
      <p>
        {from === to
          ? t(`${formatMonth(from, 'ja')}の期限はありません。`, `Nothing falls due in ${formatMonth(from, 'en')}.`)
          : t(
              `${formatMonth(from, 'ja')}から${formatMonth(to, 'ja')}までの期限はありません。`,
              `Nothing falls due from ${formatMonth(from, 'en')} to ${formatMonth(to, 'en')}.`,
            )}
      </p>
    );
  return filled.map(({ month, due }) => (
    <section key={month} aria-labelledby={`month-${month}`} className="mb-8">
      <h2 id={`month-${month}`} className="heading-2 mb-2">
        {formatMonth(month, language)}
        <span className="ml-2 text-[1.0625rem]">{t(`${due.length}件`, `${due.length}`)}</span>
      </h2>
      <Entries items={due} />
    </section>
  ));
}

/** One below the other: when, what is asked, and of which contract. */
export function Entries({ items }: { items: InboxItem[] }) {
  const { t, language } = useLanguage();
  return (
    <ul className="border-solid-gray-420 border-t">
      {items.map((item) => (
        <li
          key={entryOf(item)}
          className="grid break-inside-avoid gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3 md:grid-cols-[11rem_9.5rem_minmax(0,1fr)] lg:grid-cols-[17rem_11rem_minmax(0,1fr)] md:items-baseline"
        >
          <span className="text-[0.9375rem]">
            <Due item={item} />
            {item.awaits && <span className="block">{awaitedOf(item, t)}</span>}
          </span>
          <span className="[&>.chip]:whitespace-normal">
            <Chip tone={item.awaits ? 'plain' : 'ask'}>{askName(item.type, t)}</Chip>
          </span>
          <span className="min-w-0">
            <Link {...placeOf(item)} className="link">
              {item.contractName}
            </Link>
            <span className="block empty:hidden">{titleOf(item, t, language)}</span>
            <span className="hint block">{item.contractorName}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
