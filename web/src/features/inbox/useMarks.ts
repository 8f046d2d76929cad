import { post, remove } from '../../api/client';
import type { InboxItem } from '../../api/inbox';
import { useAct } from '../../api/useAct';
import { api } from '../../paths';

/**
 * What a reader marks in the list. To read and to be done are two things: reading takes nothing out of the list, 対応済み does
 * for the whole organisation, and 未読 is each reader's own.
 */
export function useMarks(after: { done?: (item: InboxItem) => void; taken?: () => void; unread?: () => void } = {}) {
  const done = useAct(
    (item: InboxItem) => post<undefined>(api.noticeDone(item.type, item.id), {}, item.version).then(() => item),
    [],
    (item) => after.done?.(item),
  );
  const takeUpAgain = useAct(
    (item: InboxItem) => remove<undefined>(api.noticeDone(item.type, item.id)),
    [],
    () => after.taken?.(),
  );
  const unread = useAct(
    (item: InboxItem) => post<undefined>(api.unread(item.type, item.id), {}),
    [],
    () => after.unread?.(),
  );
  return { done, takeUpAgain, unread, error: done.error ?? takeUpAgain.error ?? unread.error };
}
