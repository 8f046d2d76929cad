import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { InboxFilter, InboxItem, Inbox as InboxPage } from '../../api/inbox';
import { inboxQuery } from '../../api/inbox';
import { useLanguage, useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { useListKeys } from '../../ui/useListKeys';
import { useSide } from '../session/session';
import { Choices } from './Choices';
import { InboxRow } from './InboxRow';
import { placeOf, readingOf, titleOf } from './items';
import { forgetOrder, lastPlace } from './place';

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
      title={side === 'CONTRACTOR' ? t('こちらの対応を待っているもの', 'Waiting for us') : t('要対応一覧', 'Inbox')}
    >
      <Loaded query={inbox}>
        {({ pages }) => (
          <>
            <Choices filter={filter} counts={(pages.at(-1) as InboxPage).counts} side={side} />
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
  const { ref, onKeyDown, focusOn } = useListKeys<HTMLUListElement>();
  const hasItems = items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the focus once, when it is there
  useEffect(() => {
    forgetOrder();
    const last = lastPlace();
    const now = document.activeElement;
    // Whoever arrives anew begins at the heading, who comes back where they were.
    const isFree = now === document.body || (last !== null && (now?.matches('h1') || !now?.closest('main')));
    if (!hasItems || !isFree) return;
    const at = shown.findIndex(({ id }) => id === last?.id);
    focusOn(at >= 0 ? at : (last?.at ?? 0));
  }, [hasItems]);
  if (!hasItems)
    return (
      <p className="py-10 text-center">{t('いま対応を待っているものはありません。', 'Nothing is waiting now.')}</p>
    );
  return (
    <>
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
        <p className="hint hidden md:block">
          {t(
            'キー操作（一覧の中）：j・k・↑↓ で移動、Enter で開く',
            'Keys (in the list): j, k or arrows, Enter to open',
          )}
        </p>
        {shown[0] && (
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
      <ul ref={ref} onKeyDown={onKeyDown} className="border-solid-gray-420 border-t">
        {shown.map((item) => (
          <InboxRow key={`${item.type}${item.id}`} item={item} filter={filter} />
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
