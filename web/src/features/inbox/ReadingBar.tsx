import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { InboxItem } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { ProblemNotice } from '../../ui/Notice';
import { addressOf, filterOf, placeOf } from './items';
import { orderOf, rememberPlace } from './place';
import { useInbox } from './useInbox';
import { useMarks } from './useMarks';

/**
 * What was opened from the inbox knows the way on and back: the next entry is one key away, and nothing is decided by
 * reading. It takes the focus, so that Enter or j go on and k goes back, unless the screen has a place of its own where the work begins
 * (`isAside`). What is read is what the screen's address says.
 */
export function ReadingBar({ reading, isAside = false }: { reading?: string; isAside?: boolean }) {
  const { pathname, hash } = useLocation();
  return reading ? (
    <Bar
      key={pathname}
      reading={reading}
      isAside={isAside}
      addresses={[hash ? `${pathname}#${hash}` : pathname, pathname]}
    />
  ) : null;
}

function Bar({ reading, isAside, addresses }: { reading: string; isAside: boolean; addresses: string[] }) {
  const t = useText();
  const navigate = useNavigate();
  const filter = filterOf(reading);
  const { items, query } = useInbox(filter, Number.POSITIVE_INFINITY);
  const here = addresses.find((one) => items.some((item) => addressOf(item) === one)) ?? addresses[0] ?? '';
  const shown = items.filter((item) => addressOf(item) === here);
  const isThere = shown.length > 0;
  // What was dealt with has left the list, and what a step moved within it keeps its place for who reads.
  const order = items.length > 0 ? orderOf(reading, here, [...new Set(items.map(addressOf))]) : [];
  const at = order.indexOf(here);
  const still = (one: string) => items.find((item) => addressOf(item) === one);
  const before = order
    .slice(0, Math.max(at, 0))
    .map(still)
    .filter((item) => item !== undefined)
    .at(-1);
  const next = order
    .slice(at + 1)
    .map(still)
    .find((item) => item !== undefined);
  const ref = useRef<HTMLElement>(null);
  const notices = shown.filter(({ isNotice }) => isNotice);
  const [done, setDone] = useState<InboxItem[]>([]);
  const onward = () => setTimeout(() => ref.current?.querySelector<HTMLElement>('[data-on]')?.focus());
  const marks = useMarks({
    done: (item) => {
      setDone((before) => [...before, item]);
      onward();
    },
    taken: () => {
      setDone([]);
      onward();
    },
    unread: () => void navigate({ to: '/inbox', search: filter }),
  });
  const finish = () => {
    for (const notice of notices) marks.done.mutate(notice);
  };
  const leaveUnread = () => {
    if (shown[0]) marks.unread.mutate(shown[0]);
  };
  const isReady = query.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the screen was when it was opened; what is done on it moves no focus
  useEffect(() => {
    if (isReady && !isAside) ref.current?.querySelector<HTMLElement>('[data-on]')?.focus();
  }, [isReady]);
  useEffect(() => {
    if (isThere) rememberPlace({ address: here, at });
  }, [here, at, isThere]);
  if (!isReady) return null;
  return (
    <nav
      ref={ref}
      aria-label={t('順に読む', 'Reading on')}
      className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-key-900 border-b-2 bg-white py-2"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'e') finish();
        if (event.key === 'u') leaveUnread();
        const to = event.key === 'j' ? next : event.key === 'k' ? before : undefined;
        if (to) void navigate({ ...placeOf(to), search: { reading } });
      }}
    >
      <span className="font-700">
        {isThere ? t(`${order.length}件中 ${at + 1}件目`, `${at + 1} of ${order.length}`) : t('対応済み', 'Dealt with')}
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
          {t('最後です：一覧へ', 'The last: to the list')}
        </Link>
      )}
      {notices.length > 0 && (
        <button type="button" className="button button-outline button-small" onClick={finish}>
          {t('対応済みにする', 'Done')}
        </button>
      )}
      {done.length > 0 && (
        <button
          type="button"
          className="button button-text button-small"
          onClick={() => {
            for (const notice of done) marks.takeUpAgain.mutate(notice);
          }}
        >
          {t('対応済みを取り消す', 'Not done after all')}
        </button>
      )}
      {isThere && (
        <button type="button" className="button button-text button-small" onClick={leaveUnread}>
          {t('未読に戻す', 'Mark as unread')}
        </button>
      )}
      <span className="hint hidden md:inline">
        {notices.length > 0
          ? t('j 次・k 前・e 対応済み・u 未読', 'j next, k back, e done, u unread')
          : t('j 次・k 前・u 未読', 'j next, k back, u unread')}
      </span>
      {next && (
        <Link to="/inbox" search={filter} className="link ml-auto text-[0.9375rem]">
          {t('一覧へ戻る', 'Back to the list')}
        </Link>
      )}
      <ProblemNotice error={marks.error} />
    </nav>
  );
}
