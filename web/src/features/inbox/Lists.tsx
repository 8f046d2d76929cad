import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { InboxCounts, InboxItem } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { useLanguage } from '../../i18n/language';
import { ProblemNotice } from '../../ui/Notice';
import { SearchField } from '../../ui/SearchField';
import { useListKeys } from '../../ui/useListKeys';
import { DoneNote } from './DoneNote';
import { addressOf, entryOf, placeOf, readingOf, titleOf } from './items';
import { Part } from './Part';
import { forgetOrder, lastPlace } from './place';
import { Receipts } from './Receipts';
import type { ListOfInbox } from './useInbox';
import { useMarks } from './useMarks';

const MANY = 8;

/** The lists one below the other; keys go through all of them. */
export function Lists({
  filter,
  sought,
  lists,
  counts,
}: {
  filter: InboxFilter;
  sought: string;
  lists: ListOfInbox[];
  counts: InboxCounts;
}) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const seek = (q: string) =>
    void navigate({ to: '/inbox', search: { ...filter, q: q || undefined }, replace: true, resetScroll: false });
  const wanted = sought.trim().toLowerCase();
  const isSought = (item: InboxItem) =>
    `${item.contractName} ${item.contractorName} ${titleOf(item, t, language)}`.toLowerCase().includes(wanted);
  const items = lists.flatMap((list) => list.items);
  const found = lists.map((list) => ({ ...list, items: list.items.filter(isSought) }));
  const shown = found.flatMap((list) => list.items);

  const [last, setLast] = useState<InboxItem | null>(null);
  const at = useRef(0);
  const marks = useMarks({
    done: (item) => {
      setLast(item);
      setTimeout(() => focusOn(at.current));
    },
    taken: () => setLast(null),
  });
  const { ref, onKeyDown, focusOn } = useListKeys<HTMLDivElement>((key, entry) => {
    const item = items.find((one) => entryOf(one) === entry.dataset.entry);
    if (key === 'e' && item?.isNotice && !item.done) marks.done.mutate(item);
    else if (key === 'u' && item?.opened && !item.done) marks.unread.mutate(item);
    else return false;
    return true;
  });
  const hasItems = items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the focus once, when it is there
  useEffect(() => {
    forgetOrder();
    const before = lastPlace();
    const now = document.activeElement;
    // Whoever arrives anew begins at the heading, who comes back where they were.
    const isFree = now === document.body || (before !== null && (now?.matches('h1') || !now?.closest('main')));
    if (!hasItems || !isFree) return;
    const place = shown.findIndex((item) => addressOf(item) === before?.address);
    focusOn(place >= 0 ? place : (before?.at ?? 0));
  }, [hasItems]);

  return (
    <>
      <ProblemNotice error={marks.error} />
      {last && <DoneNote item={last} onUndo={() => marks.takeUpAgain.mutate(last)} />}
      {!hasItems && (
        <p className="py-10 text-center">
          {filter.done
            ? t('対応済みにしたものはありません。', 'Nothing was said to be done.')
            : t('いま対応を待っているものはありません。', 'Nothing is waiting now.')}
        </p>
      )}
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 print:hidden" hidden={!hasItems}>
        {(items.length > MANY || sought) && (
          <SearchField
            label={t('この一覧から探す（件名・受注者）', 'Find in this list (contract, contractor)')}
            className="w-full sm:w-96"
            sought={sought}
            onSeek={seek}
          />
        )}
        <p className={filter.done ? 'hidden' : 'hint hidden md:block'}>
          {t(
            'キー操作（一覧の中）：j・k・↑↓ で移動、Enter で開く、e で対応済み、u で未読に戻す',
            'Keys (in the list): j, k or arrows, Enter to open, e done, u unread',
          )}
        </p>
        <div className="ml-auto flex flex-wrap gap-2">
          <Receipts items={shown} />
          {shown[0] && !filter.done && (
            <Link {...placeOf(shown[0])} search={{ reading: readingOf(filter) }} className="button button-outline">
              {t('上から順に読む', 'Read one after the other')}
            </Link>
          )}
        </div>
      </div>
      {hasItems && shown.length === 0 && <p className="py-6">{t('見つかりません。', 'Not found.')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between links, which work without them */}
      <div
        ref={ref}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const entries = [...event.currentTarget.querySelectorAll('[data-entry]')];
          at.current = Math.max(
            0,
            entries.findIndex((entry) => entry.closest('li')?.contains(event.target)),
          );
        }}
      >
        {hasItems &&
          found.map((list) => (
            <Part key={list.part} {...list} counts={counts} filter={filter} isSeeking={wanted !== ''} marks={marks} />
          ))}
      </div>
    </>
  );
}
