import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { InboxFilter, InboxItem, Inbox as InboxPage } from '../../api/acts';
import { inboxQuery } from '../../api/inbox';
import { formatDateShort } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { useListKeys } from '../../ui/useListKeys';
import { Chip } from '../../ui/Words';
import { useSide } from '../session/session';
import { askName, placeOf, titleOf } from './items';

const route = getRouteApi('/inbox');

/** 要対応一覧: what waits for the reader, and beside it what waits in the whole 課室 or organisation. */
export function Inbox() {
  const t = useText();
  const filter = route.useSearch();
  const side = useSide();
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
              items={pages.flatMap((page) => page.items)}
              more={inbox.hasNextPage ? () => inbox.fetchNextPage() : undefined}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Choices({
  filter,
  counts,
  side,
}: {
  filter: InboxFilter;
  counts: InboxPage['counts'];
  side: 'MINISTRY' | 'CONTRACTOR';
}) {
  const t = useText();
  const scope = filter.scope ?? 'mine';
  const tab =
    'inline-flex min-h-11 items-center gap-2 rounded-8 border-2 border-solid-gray-420 px-4 hover:underline aria-[current]:border-key-900 aria-[current]:bg-key-50 aria-[current]:font-700';
  const small =
    'inline-flex min-h-9 items-center gap-1 rounded-full border border-solid-gray-420 px-3 text-[0.875rem] hover:underline aria-[current]:border-key-900 aria-[current]:bg-key-50 aria-[current]:font-700';
  const whole = side === 'CONTRACTOR' ? t('自社全体', 'Our whole organisation') : t('課室全体', 'Whole section');
  const types = Object.entries(counts.byType).filter(([type, count]) => count > 0 || type === filter.kind);
  return (
    <div className="mb-4 space-y-3">
      <nav aria-label={t('だれの分か', 'Whose')} className="flex flex-wrap gap-2">
        {(['mine', 'section'] as const).map((one) => (
          <Link
            key={one}
            to="/inbox"
            activeOptions={{ exact: true }}
            search={{ ...filter, scope: one === 'mine' ? undefined : one }}
            aria-current={scope === one ? 'page' : undefined}
            className={tab}
          >
            {one === 'mine' ? t('自分の担当', 'Mine') : whole}
            <strong className="text-[1.125rem]">{one === 'mine' ? counts.mine : counts.section}</strong>
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {types.length > 1 && (
          <nav aria-label={t('種類', 'Kind')} className="flex flex-wrap gap-2">
            <Link
              to="/inbox"
              activeOptions={{ exact: true }}
              search={{ ...filter, kind: undefined }}
              aria-current={filter.kind ? undefined : 'true'}
              className={small}
            >
              {t('すべて', 'All')}
            </Link>
            {types.map(([type, count]) => (
              <Link
                key={type}
                to="/inbox"
                activeOptions={{ exact: true }}
                search={{ ...filter, kind: type }}
                aria-current={filter.kind === type ? 'true' : undefined}
                className={small}
              >
                {askName(type, t)} <strong>{count}</strong>
              </Link>
            ))}
          </nav>
        )}
        <nav aria-label={t('並び', 'Order')} className="flex gap-2">
          {(['age', 'date'] as const).map((sort) => (
            <Link
              key={sort}
              to="/inbox"
              activeOptions={{ exact: true }}
              search={{ ...filter, sort: sort === 'age' ? undefined : sort }}
              aria-current={(filter.sort ?? 'age') === sort ? 'true' : undefined}
              className={small}
            >
              {sort === 'age' ? t('長く待つ順', 'Longest waiting') : t('開始日の近い順', 'Soonest start')}
            </Link>
          ))}
        </nav>
      </div>
    </div>
  );
}

const MANY = 8;

function Items({ filter, items, more }: { filter: InboxFilter; items: InboxItem[]; more?: () => void }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const [sought, setSought] = useState('');
  const shown = items.filter((item) =>
    `${item.contractName} ${item.contractorName} ${titleOf(item, language)}`
      .toLowerCase()
      .includes(sought.trim().toLowerCase()),
  );
  const open = (item: InboxItem | undefined, reads = false) =>
    item && navigate({ ...placeOf(item), search: reads ? { reading: readingOf(filter) } : {} });
  const { ref, onKeyDown, first } = useListKeys<HTMLUListElement>((key, entry) => {
    if (key !== 'o') return false;
    open(
      items.find((item) => item.id === entry.dataset.entry),
      true,
    );
    return true;
  });
  const hasItems = items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the focus once, when it is there
  useEffect(() => {
    if (hasItems && (document.activeElement === document.body || document.activeElement === null)) first();
  }, [hasItems]);
  if (!hasItems)
    return (
      <p className="py-10 text-center">{t('いま対応を待っているものはありません。', 'Nothing is waiting now.')}</p>
    );
  return (
    <>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
        {items.length > MANY || sought ? (
          <TextField
            label={t('この一覧から探す（件名・受注者）', 'Find in this list (contract, contractor)')}
            type="search"
            className="w-full sm:w-96"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        ) : (
          <span />
        )}
        {items[0] && (
          <Link {...placeOf(items[0])} search={{ reading: readingOf(filter) }} className="button button-outline">
            {t('上から順に読む', 'Read one after the other')}
          </Link>
        )}
      </div>
      <p className="hint mb-2 hidden md:block">
        {t(
          'キー操作（一覧の中）：j・k・↑↓ で移動、Enter で開く、o で順に読む',
          'Keys (in the list): j, k or arrows to move, Enter to open, o to read on from here',
        )}
      </p>
      {shown.length === 0 && <p className="py-6">{t('見つかりません。', 'Not found.')}</p>}
      <ul ref={ref} onKeyDown={onKeyDown} className="border-solid-gray-420 border-t">
        {shown.map((item) => (
          <Item key={`${item.type}${item.id}`} item={item} showsMine={filter.scope === 'section'} />
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

const readingOf = (filter: InboxFilter) => `${filter.scope ?? 'mine'}.${filter.kind ?? ''}.${filter.sort ?? 'age'}`;

function Item({ item, showsMine }: { item: InboxItem; showsMine: boolean }) {
  const { t, language } = useLanguage();
  return (
    <li className={`border-solid-gray-300 border-b ${item.urgent ? 'border-l-8 border-l-error-1' : ''}`}>
      <Link
        {...placeOf(item)}
        data-entry={item.id}
        className="group grid gap-x-4 gap-y-1 px-3 py-3 hover:bg-solid-gray-50 md:grid-cols-[9.5rem_minmax(0,1fr)_9rem] md:items-baseline"
      >
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone={item.urgent ? 'strong' : 'ask'}>{askName(item.type, t)}</Chip>
          {item.wording && item.noun !== 'REPORT' && <span className="font-700">{item.wording}</span>}
        </span>
        <span className="min-w-0">
          <span className="block font-700 text-[1.0625rem] text-blue-1000 underline underline-offset-[0.1875rem] group-hover:decoration-[0.1875rem]">
            {item.contractName}
          </span>
          <span className="block">{titleOf(item, language)}</span>
          <span className="hint block">
            {item.contractorName}
            {showsMine && item.mine && t('・自分の担当', ' · mine')}
            {item.opened === false && t('・未開封', ' · not opened yet')}
          </span>
        </span>
        <span className="flex gap-x-3 text-[0.9375rem] md:block md:text-right">
          <span className="block font-700">
            {item.ageDays === 0 ? t('本日', 'today') : t(`${item.ageDays}日前から`, `for ${item.ageDays} days`)}
          </span>
          {item.startsOn && (
            <span className="hint block">
              {t('開始 ', 'starts ')}
              <time>{formatDateShort(item.startsOn, language)}</time>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
