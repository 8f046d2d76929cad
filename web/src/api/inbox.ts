import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { read } from './client';
import * as api from './generated/operations.gen';
import { keyOf } from './operation';
import { query } from './query';

/** 期限, 自分の対応, 相手待ち. */
export const inboxParts = ['DEADLINE', 'OWN', 'AWAITED'] as const;
export type InboxPart = (typeof inboxParts)[number];

export type InboxScope = 'mine' | 'section';

export interface InboxFilter {
  scope?: InboxScope;
  kind?: string;
  sort?: 'age' | 'date';
  /** The notices that were said to be done. */
  done?: true;
}

const PAGE_SIZE = 50;

/** A part of what waits for somebody, page by page, in the order asked for; a 期限 has an order of its own. */
export const inboxQuery = (filter: InboxFilter, part?: InboxPart) => {
  const asked = { ...filter, sort: part === 'DEADLINE' ? undefined : filter.sort, part };
  return infiniteQueryOptions({
    queryKey: keyOf(api.getInbox, { query: asked }),
    queryFn: ({ pageParam, signal }) =>
      read(api.getInbox, [{ query: { ...asked, limit: PAGE_SIZE, cursor: pageParam } }], signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
};

/** How much waits for the reader, for who shows no more than that. */
export const inboxCountsQuery = query(api.getInbox, { query: { scope: 'mine', limit: 1 } });

/** Of which entries the reader is not reminded now. */
export const snoozesQuery = query(api.getSnoozes);

/** What falls due between two days, of the reader's own and of what they wait for. */
export const deadlinesQuery = (from: string, to: string, scope: InboxScope) => ({
  ...query(api.getDeadlines, { query: { from, to, scope } }),
  placeholderData: keepPreviousData,
});
