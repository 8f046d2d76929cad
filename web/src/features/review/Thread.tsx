import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewDetails, ReviewRowDetails, RowThreadEntry } from '../../api/generated/types.gen';
import { threadQuery } from '../../api/review';
import { useText } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { Loaded } from '../../ui/Loaded';
import { Term } from '../../ui/Term';
import { Signed } from '../../ui/Words';
import { channelName } from '../authority-acts/words';

/** Questions and answers about one row, oldest first; those of another report than the one at hand name its period. */
export function ThreadEntries({ entries, here }: { entries: RowThreadEntry[]; here?: string }) {
  const t = useText();
  if (entries.length === 0) return null;
  const kinds = {
    QUERY: t('照会', 'Query'),
    ANSWER: t('回答', 'Answer'),
    CONFIRMATION: t('確認済', 'Confirmed'),
    INSUFFICIENCY: t('不十分（協議）', 'Insufficient'),
  };
  return (
    <ol className="space-y-2 text-[0.9375rem]">
      {entries.map((entry) => (
        <li
          key={`${entry.kind}${entry.at}`}
          className={`rounded-8 p-3 ${entry.side === 'OFFICER' ? 'bg-blue-50' : 'ml-6 bg-solid-gray-50'}`}
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            <strong>{kinds[entry.kind]}</strong>
            {entry.channel && <span>{channelName(entry.channel, t)}</span>}
            {entry.reportId !== here && (
              <span className="text-[0.875rem]">
                {t('対象期間', 'period')} <Term from={entry.from} to={entry.to} isShort />
              </span>
            )}
            <Signed by={entry.by} at={entry.at} />
          </p>
          {entry.text && <p className="pre">{entry.text}</p>}
        </li>
      ))}
    </ol>
  );
}

const LAST = 3;

/** The end of the thread, where the row itself is read. */
export function LastOfThread({ review, row }: { review: ReviewDetails; row: ReviewRowDetails }) {
  const thread = useQuery(threadQuery(review.contractId, row.number));
  const entries = (thread.data?.entries ?? []).filter(
    // its 協議 stands there whole already
    ({ kind, reportId }) => !(kind === 'INSUFFICIENCY' && reportId === review.reportId && row.review?.consultation),
  );
  return <ThreadEntries entries={entries.slice(-LAST)} here={review.reportId} />;
}

/** The whole thread of a row, which stays with it from report to report. */
export function RowThread({ contractId, number }: { contractId: string; number: number }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link cursor-pointer text-[0.875rem]" onClick={() => setOpen(true)}>
        {t('これまでの経緯をすべて見る', 'The whole thread')}
        <span className="sr-only"> {number})</span>
      </button>
      {isOpen && <WholeThread contractId={contractId} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}

function WholeThread({ contractId, number, onClose }: { contractId: string; number: number; onClose: () => void }) {
  const t = useText();
  const thread = useQuery(threadQuery(contractId, number));
  return (
    <Dialog title={t(`${number}) の経緯`, `Thread of item ${number})`)} onClose={onClose}>
      <Loaded query={thread}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p>{t('まだやりとりはありません。', 'Nothing has been said yet.')}</p>
          ) : (
            <ThreadEntries entries={entries} />
          )
        }
      </Loaded>
    </Dialog>
  );
}
