import { Link } from '@tanstack/react-router';
import type { InboxFilter, InboxItem } from '../../api/inbox';
import { formatDateShort, today } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { counted, inBrackets } from '../../i18n/punctuation';
import { Chip } from '../../ui/Words';
import { askName, placeOf, readingOf, titleOf, wordOf } from './items';

/** One thing that waits: what is asked, of which contract, since when, and when it is to begin. */
export function InboxRow({ item, filter }: { item: InboxItem; filter: InboxFilter }) {
  const { t, language } = useLanguage();
  const word = wordOf(item, t);
  return (
    <li className={`border-solid-gray-300 border-b ${item.urgent ? 'border-l-8 border-l-error-1' : ''}`}>
      <Link
        {...placeOf(item)}
        search={{ reading: readingOf(filter) }}
        data-entry={item.id}
        className="group grid gap-x-4 gap-y-1 px-3 py-3 hover:bg-solid-gray-50 md:grid-cols-[9.5rem_minmax(0,1fr)_9rem] md:items-baseline"
      >
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone={item.urgent ? 'strong' : 'ask'}>{askName(item.type, t)}</Chip>
          {word && <span className="font-700 [word-break:auto-phrase]">{word}</span>}
        </span>
        <span className="min-w-0">
          <span className="block font-700 text-[1.0625rem] text-blue-1000 underline underline-offset-[0.1875rem] group-hover:decoration-[0.1875rem]">
            {item.contractName}
          </span>
          <span className="block">{titleOf(item, t, language)}</span>
          <span className="hint block">
            {item.contractorName}
            {filter.scope === 'section' && item.mine && t('・自分の担当', ' · mine')}
            {item.opened === false && t('・未開封', ' · not opened yet')}
          </span>
        </span>
        <span className="flex flex-wrap gap-x-3 text-[0.9375rem] md:block md:text-right">
          <span className="block font-700">
            {item.ageDays === 0
              ? t('本日', 'today')
              : t(`${item.ageDays}日前から`, `for ${counted(item.ageDays, 'day')}`)}
          </span>
          {item.startsOn && <Start on={item.startsOn} isLimit={item.type.startsWith('MEASURE')} />}
        </span>
      </Link>
    </li>
  );
}

const SOON = 7;
const DAY = 86_400_000;

/** When it is to begin, or be done; a day that is near, or has come, stands out. */
function Start({ on, isLimit }: { on: string; isLimit: boolean }) {
  const { t, language } = useLanguage();
  const days = Math.round((Date.parse(on) - Date.parse(today())) / DAY);
  const words =
    days > 0
      ? t(`あと${days}日`, `in ${counted(days, 'day')}`)
      : days === 0
        ? t('本日', 'today')
        : t(`${-days}日前`, `${counted(-days, 'day')} ago`);
  return (
    <span className={`block ${days <= SOON ? 'font-700' : 'hint'}`}>
      {isLimit ? t('期限 ', 'by ') : t('開始 ', 'starts ')}
      <time>{formatDateShort(on, language)}</time>
      <span className="nowrap">{inBrackets(words, t)}</span>
    </span>
  );
}
