import { useQuery } from '@tanstack/react-query';
import { inboxCountsQuery } from '../../api/inbox';
import { useText } from '../../i18n/language';

/** How much is the reader's to do, beside the name of the list; nothing where nothing is. Acts have it read anew. */
export function InboxCount() {
  const t = useText();
  const { data } = useQuery(inboxCountsQuery);
  const count = data ? data.counts.deadline + data.counts.own : 0;
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className="rounded-full bg-key-900 px-2 py-0.5 text-[0.8125rem] text-white">
        {t(`${count}件`, `${count}`)}
      </span>
    </>
  );
}
