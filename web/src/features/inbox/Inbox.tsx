import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { InboxItem, InboxList } from '../../api/generated/types.gen';
import type { InboxFilter } from '../../api/inbox';
import { inboxQuery } from '../../api/inbox';
import { useSide } from '../../api/session';
import { useLanguage, useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { useListKeys } from '../../ui/useListKeys';
import { Choices } from './Choices';
import { InboxRow } from './InboxRow';
import { askName, placeOf, readingOf, titleOf } from './items';
import { forgetOrder, lastPlace } from './place';
import { useMarks } from './useMarks';

const route = getRouteApi('/inbox');

/** 要対応一覧: what waits for the reader, and beside it what waits in the whole 課室 or organisation. */
export function Inbox() {
  const t = useText();
  const { q, ...asked } = route.useSearch();
  const side = useSide();
  const own = useInfiniteQuery(inboxQuery({ ...asked, scope: asked.scope ?? 'mine' }));
  const counts = own.data?.pages[0]?.counts;
  // Who has nothing of their own begins with what waits in the section.
  const isOthers = asked.scope === undefined && counts !== undefined && counts.mine === 0 && counts.section > 0;
  const filter: InboxFilter = isOthers ? { ...asked, scope: 'section' } : asked;
  const inbox = useInfiniteQuery(inboxQuery(filter));
  return (
    <Page
      title={
        asked.done
          ? t('対応済みにしたもの', 'What was said to be done')
          : side === 'CONTRACTOR'
            ? t('こちらの対応を待っているもの', 'Waiting for us')
            : t('要対応一覧', 'Inbox')
      }
    >
      <Loaded query={inbox}>
        {({ pages }) => (
          <>
            <Choices filter={filter} counts={(pages.at(-1) as InboxList).counts} side={side} />
            <Items
              key={JSON.stringify(filter)}
              filter={filter}
              sought={q ?? ''}
              items={pages.flatMap((page) => page.items)}
              more={inbox.hasNextPage ? () => inbox.fetchNextPage() : undefined}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const MANY = 8;

function Items({
  filter,
  sought,
  items,
  more,
}: {
  filter: InboxFilter;
  sought: string;
  items: InboxItem[];
  more?: () => void;
}) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const seek = (q: string) =>
    void navigate({ to: '/inbox', search: { ...filter, q: q || undefined }, replace: true, resetScroll: false });
  const wanted = sought.trim().toLowerCase();
  const shown = items.filter((item) =>
    `${item.contractName} ${item.contractorName} ${titleOf(item, t, language)}`.toLowerCase().includes(wanted),
  );
  const [last, setLast] = useState<InboxItem | null>(null);
  const at = useRef(0);
  const marks = useMarks({
    done: (item) => {
      setLast(item);
      setTimeout(() => focusOn(at.current));
    },
    taken: () => setLast(null),
  });
  const { ref, onKeyDown, focusOn } = useListKeys<HTMLUListElement>((key, entry) => {
    const item = items.find(({ id, type }) => id === entry.dataset.entry && type === entry.dataset.type);
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
    const place = shown.findIndex(({ id }) => id === before?.id);
    focusOn(place >= 0 ? place : (before?.at ?? 0));
  }, [hasItems]);
  const notes = (
    <>
      <ProblemNotice error={marks.error} />
      {last && (
        <p role="status" className="mb-2 flex flex-wrap items-center gap-x-3 rounded-8 bg-blue-50 px-3 py-1">
          {t(
            `「${last.contractName}」の「${askName(last.type, t)}」を対応済みにしました。`,
            `${askName(last.type, t)} of ${last.contractName} is done.`,
          )}
          <button
            type="button"
            className="button button-text button-small"
            onClick={() => marks.takeUpAgain.mutate(last)}
          >
            {t('元に戻す', 'Undo')}
          </button>
        </p>
      )}
    </>
  );
  if (!hasItems)
    return (
      <>
        {notes}
        <p className="py-10 text-center">
          {filter.done
            ? t('対応済みにしたものはありません。', 'Nothing was said to be done.')
            : t('いま対応を待っているものはありません。', 'Nothing is waiting now.')}
        </p>
      </>
    );
  return (
    <>
      {notes}
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        {(items.length > MANY || sought) && (
          <TextField
            label={t('この一覧から探す（件名・受注者）', 'Find in this list (contract, contractor)')}
            type="search"
            className="w-full sm:w-96"
            value={sought}
            onChange={(event) => seek(event.target.value)}
          />
        )}
        <p className={filter.done ? 'hidden' : 'hint hidden md:block'}>
          {t(
            'キー操作（一覧の中）：j・k・↑↓ で移動、Enter で開く、e で対応済み、u で未読に戻す',
            'Keys (in the list): j, k or arrows, Enter to open, e done, u unread',
          )}
        </p>
        {shown[0] && !filter.done && (
          <Link
            {...placeOf(shown[0])}
            search={{ reading: readingOf(filter) }}
            className="button button-outline ml-auto"
          >
            {t('上から順に読む', 'Read one after the other')}
          </Link>
        )}
      </div>
      {shown.length === 0 && <p className="py-6">{t('見つかりません。', 'Not found.')}</p>}
      <ul
        ref={ref}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const entries = [...event.currentTarget.children];
          at.current = Math.max(
            0,
            entries.findIndex((entry) => entry.contains(event.target)),
          );
        }}
        className="border-solid-gray-420 border-t"
      >
        {shown.map((item) => (
          <InboxRow key={`${item.type}${item.id}`} item={item} filter={filter} marks={marks} />
        ))}
      </ul>
      {more && (
        <p className="mt-4 text-center">
          <button type="button" className="button button-outline" onClick={more}>
            {t('さらに表示', 'Show more')}
          </button>
        </p>
      )}
    </>
  );
}
