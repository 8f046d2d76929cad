import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { InboxItem } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';

/**
 * What a reader marks in the list. To read and to be done are two things: reading takes nothing out of the list, 対応済み does
 * for the whole organisation, and 未読 is each reader's own.
 */
export function useMarks(after: { done?: (item: InboxItem) => void; taken?: () => void; unread?: () => void } = {}) {
  const done = useAct(
    (item: InboxItem) =>
      call(api.markNoticeDone, { path: { type: item.type, id: item.id }, version: item.version }).then(() => item),
    (item) => after.done?.(item),
  );
  const takeUpAgain = useAct(
    (item: InboxItem) => call(api.takeNoticeUpAgain, { path: { type: item.type, id: item.id } }),
    () => after.taken?.(),
  );
  const unread = useAct(
    (item: InboxItem) => call(api.markUnread, { path: { type: item.type, id: item.id } }),
    () => after.unread?.(),
  );
  return { done, takeUpAgain, unread, error: done.error ?? takeUpAgain.error ?? unread.error };
}
