import { Link } from '@tanstack/react-router';
import type { InboxItem } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { daysBetween } from '../../i18n/calendar';
import { formatDateShort, formatInstant, today } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { counted, dotted, inBrackets } from '../../i18n/punctuation';
import { Chip } from '../../ui/Words';
import { Due, SOON } from './Due';
import { awaitedOf, isLate } from './dueWords';
import { askName, entryOf, placeOf, readingOf, reportWords, titleOf, wordOf } from './items';
import { Rest } from './Rest';
import type { useMarks } from './useMarks';

type Marks = ReturnType<typeof useMarks>;

/** One thing that waits: what is asked, of which contract, and by when, since when or for whom. */
export function InboxRow({ item, filter, marks }: { item: InboxItem; filter: InboxFilter; marks: Marks }) {
  const { t, language } = useLanguage();
  const word = wordOf(item, t);
  // What waits for others is nothing to read.
  const isUnread = !item.opened && !item.done && !item.awaits;
  const name = `${askName(item.type, t)} ${item.contractName}`;
  return (
    <li
      className={`break-inside-avoid border-solid-gray-300 border-b ${isLate(item) ? 'border-l-8 border-l-error-1' : item.urgent ? 'border-l-8 border-l-solid-gray-900' : ''}`}
    >
      <Link
        {...placeOf(item)}
        search={filter.done ? {} : { reading: readingOf(filter) }}
        data-entry={entryOf(item)}
        className="group grid gap-x-4 gap-y-1 px-3 py-3 hover:bg-solid-gray-50 md:grid-cols-[9.5rem_minmax(0,1fr)_13rem] md:items-baseline"
      >
        <span className="flex flex-wrap items-center gap-2 [&>.chip]:whitespace-normal">
          <Chip tone={item.urgent ? 'strong' : item.awaits ? 'plain' : 'ask'}>{askName(item.type, t)}</Chip>
          {word && <span className="font-700 [word-break:auto-phrase]">{word}</span>}
        </span>
        <span className="min-w-0">
          <span
            className={`block ${isUnread ? 'font-700' : ''} text-[1.0625rem] text-blue-1000 underline underline-offset-[0.1875rem] group-hover:decoration-[0.1875rem]`}
          >
            {item.contractName}
          </span>
          <span className="block">{titleOf(item, t, language)}</span>
          {item.report && <span className="block text-[0.9375rem]">{reportWords(item.report, t)}</span>}
          <span className="hint block">
            {item.contractorName}
            {filter.scope === 'section' && item.mine && t('・自分の担当', ' · mine')}
            {isUnread && <strong>{t('・未読', ' · unread')}</strong>}
          </span>
          {item.done && (
            <span className="hint block">
              {t(
                `${formatInstant(item.done.at, 'ja')}　${item.done.by}が対応済みに`,
                `done by ${item.done.by}, ${formatInstant(item.done.at, 'en')}`,
              )}
            </span>
          )}
        </span>
        {!item.done && <When item={item} />}
      </Link>
      <p className="mt-2 flex flex-wrap justify-end gap-x-3 px-3 empty:hidden">
        {!item.awaits && !item.done && !item.isNotice && <Rest item={item} name={name} />}
        {item.opened && !item.done && (
          <button
            type="button"
            className="button button-text button-small"
            aria-label={t(`未読に戻す：${name}`, `Mark as unread: ${name}`)}
            onClick={() => marks.unread.mutate(item)}
          >
            {t('未読に戻す', 'Mark as unread')}
          </button>
        )}
        {item.isNotice && !item.done && (
          <button
            type="button"
            className="button button-outline button-small mb-2"
            aria-label={t(`対応済みにする：${name}`, `Done: ${name}`)}
            onClick={() => marks.done.mutate(item)}
          >
            {t('対応済みにする', 'Done')}
          </button>
        )}
        {item.done && (
          <button
            type="button"
            className="button button-outline button-small mb-2"
            aria-label={t(`一覧に戻す：${name}`, `Back into the list: ${name}`)}
            onClick={() => marks.takeUpAgain.mutate(item)}
          >
            {t('一覧に戻す', 'Back into the list')}
          </button>
        )}
      </p>
    </li>
  );
}

/** By when it is to be done, for whom it waits, or how long it has waited; and what that rests on. */
function When({ item }: { item: InboxItem }) {
  const { t, language } = useLanguage();
  return (
    <span className="block text-[0.9375rem] md:text-right">
      {item.awaits && <span className="block font-700">{awaitedOf(item, t)}</span>}
      <Due item={item} />
      {!item.awaits && !item.dueOn && (
        <span className="block font-700">
          {item.ageDays === 0
            ? t('本日', 'today')
            : t(`${item.ageDays}日前から`, `for ${counted(item.ageDays, 'day')}`)}
        </span>
      )}
      {item.startsOn && item.startsOn !== item.dueOn && <Start on={item.startsOn} />}
      <span className="hint block empty:hidden">
        {dotted([item.requirement !== null && `${item.requirement})`, item.basis?.[language]], t)}
      </span>
    </span>
  );
}

/** When it is to begin; a day that is near, or has come, stands out. */
function Start({ on }: { on: string }) {
  const { t, language } = useLanguage();
  const days = daysBetween(today(), on);
  const words =
    days > 0
      ? t(`あと${days}日`, `in ${counted(days, 'day')}`)
      : days === 0
        ? t('本日', 'today')
        : t(`${-days}日前`, `${counted(-days, 'day')} ago`);
  return (
    <span className={`block ${days <= SOON ? 'font-700' : 'hint'}`}>
      {t('開始 ', 'starts ')}
      <time>{formatDateShort(on, language)}</time>
      <span className="nowrap">{inBrackets(words, t)}</span>
    </span>
  );
}
