import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { InboxFilter } from '../../api/acts';
import { inboxQuery } from '../../api/inbox';
import { useText } from '../../i18n/language';
import { placeOf } from './items';

const filterOf = (reading: string): InboxFilter => {
  const [scope, kind, sort] = reading.split('.');
  return {
    scope: scope === 'section' ? 'section' : undefined,
    kind: kind || undefined,
    sort: sort === 'date' ? 'date' : undefined,
  };
};

/**
 * Reading the inbox one after the other without deciding anything: the next entry is one key away. It takes the focus,
 * so that Enter, j or o go on and k goes back.
 */
export function ReadingBar({ reading, id }: { reading?: string; id: string }) {
  return reading ? <Bar key={id} reading={reading} id={id} /> : null;
}

function Bar({ reading, id }: { reading: string; id: string }) {
  const t = useText();
  const navigate = useNavigate();
  const filter = filterOf(reading);
  const inbox = useInfiniteQuery({ ...inboxQuery(filter), staleTime: Number.POSITIVE_INFINITY });
  const items = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const at = items.findIndex((item) => item.id === id);
  const before = at > 0 ? items[at - 1] : undefined;
  const next = at < 0 ? items[0] : items[at + 1];
  const ref = useRef<HTMLElement>(null);
  const isReady = inbox.data !== undefined;
  useEffect(() => {
    if (isReady) ref.current?.querySelector<HTMLElement>('[data-on]')?.focus();
  }, [isReady]);
  if (!isReady) return null;
  return (
    <nav
      ref={ref}
      aria-label={t('順に読む', 'Reading on')}
      className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-3 border-key-900 border-b-2 bg-white py-2"
      onKeyDown={(event) => {
        const to = event.key === 'j' || event.key === 'o' ? next : event.key === 'k' ? before : undefined;
        if (to) void navigate({ ...placeOf(to), search: { reading } });
      }}
    >
      <span className="font-700">
        {at < 0 ? t('対応済み', 'Dealt with') : t(`${items.length}件中 ${at + 1}件目`, `${at + 1} of ${items.length}`)}
      </span>
      {before && (
        <Link {...placeOf(before)} search={{ reading }} className="button button-outline button-small">
          {t('前へ', 'Back')}
        </Link>
      )}
      {next ? (
        <Link {...placeOf(next)} search={{ reading }} data-on className="button button-small">
          {t('次を読む', 'Read the next')}
        </Link>
      ) : (
        <Link to="/inbox" search={filter} data-on className="button button-small">
          {t('最後まで読みました：一覧へ', 'That was the last: to the list')}
        </Link>
      )}
      <Link to="/inbox" search={filter} className="link ml-auto text-[0.9375rem]">
        {t('一覧へ戻る', 'Back to the list')}
      </Link>
    </nav>
  );
}
