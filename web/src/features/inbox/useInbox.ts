import { useInfiniteQuery } from '@tanstack/react-query';
import type { InboxItem } from '../../api/generated/types.gen';
import { type InboxFilter, type InboxPart, inboxParts, inboxQuery } from '../../api/inbox';

/** One list of the screen: a part of what waits, or what was said to be done. */
export interface ListOfInbox {
  part: InboxPart | 'DONE';
  items: InboxItem[];
  /** Reads the next page; there where there is one. */
  more: (() => void) | undefined;
}

/** What the lists of a filter hold as far as they were read, in the order of the screen. `staleTime` as a query has it. */
export function useInbox(filter: InboxFilter, staleTime?: number) {
  const isDone = filter.done === true;
  const read = (part: InboxPart | undefined, enabled: boolean) => ({
    ...inboxQuery(filter, part),
    enabled,
    ...(staleTime === undefined ? {} : { staleTime }),
  });
  const [deadline, own, awaited] = inboxParts;
  const parts = {
    DEADLINE: useInfiniteQuery(read(deadline, !isDone)),
    OWN: useInfiniteQuery(read(own, !isDone)),
    AWAITED: useInfiniteQuery(read(awaited, !isDone)),
    DONE: useInfiniteQuery(read(undefined, isDone)),
  };
  const shown = isDone ? (['DONE'] as const) : inboxParts;
  const lists = shown.map((part): ListOfInbox => {
    const { data, hasNextPage, fetchNextPage } = parts[part];
    return {
      part,
      items: data?.pages.flatMap((page) => page.items) ?? [],
      more: hasNextPage ? () => void fetchNextPage() : undefined,
    };
  });
  const queries = shown.map((part) => parts[part]);
  return {
    lists,
    items: lists.flatMap(({ items }) => items),
    /** The list that is not there yet; the first of them once all are. */
    query: queries.find(({ data }) => data === undefined) ?? parts[shown[0]],
    /** What went wrong while a further page was read. */
    error: queries.find(({ isFetchNextPageError }) => isFetchNextPageError)?.error ?? null,
  };
}
