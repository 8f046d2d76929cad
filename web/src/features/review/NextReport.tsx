import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { inboxCountsQuery } from '../../api/inbox';
import { useLanguage } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { addressOf, filterOf, placeOf, readingOf, titleOf } from '../inbox/items';
import { orderOf } from '../inbox/place';
import { scopeFor } from '../inbox/scope';
import { useInbox } from '../inbox/useInbox';

const TYPE = 'REPORT_TO_REVIEW';

interface Props {
  reportId: string;
  isSettled: boolean;
  /** The list that is being read. */
  reading: string | undefined;
  /** It was just sent: the way on takes the focus. */
  takesFocus: boolean;
}

/** The way on from a report of which all is said: the next one that waits, in the order in which the list is being read. */
export function NextReport(props: Props) {
  const { reading } = props;
  const counts = useQuery({ ...inboxCountsQuery, enabled: !reading }).data?.counts;
  const filter = reading ? filterOf(reading) : counts && { scope: scopeFor(counts) };
  if (!filter) return null;
  const holdsReports = filter.kind === undefined || filter.kind === TYPE;
  return <Next {...props} list={reading && holdsReports ? reading : readingOf({ ...filter, kind: TYPE })} />;
}

function Next({ reportId, isSettled, reading, takesFocus, list }: Props & { list: string }) {
  const { t, language } = useLanguage();
  const { items, query } = useInbox(filterOf(list), Number.POSITIVE_INFINITY);
  const here = `/reports/${reportId}/review`;
  const addresses = [...new Set(items.map(addressOf))];
  const order = list === reading && addresses.length > 0 ? orderOf(list, here, addresses) : addresses;
  const at = order.indexOf(here);
  const waiting = items.filter(({ type, awaits, id }) => type === TYPE && !awaits && id !== reportId);
  const next = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))]
    .map((address) => waiting.find((item) => addressOf(item) === address))
    .find((item) => item !== undefined);
  const isReady = query.data !== undefined;
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const now = document.activeElement;
    // Whoever has gone elsewhere meanwhile stays there.
    if (takesFocus && isReady && (!now?.closest('main') || now.matches('#main, [data-on]'))) ref.current?.focus();
  }, [takesFocus, isReady]);
  if (!isReady) return null;
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-key-900 border-t-2 py-4">
      <p className="font-700">
        {isSettled
          ? t('この報告書は、すべての行の確認を終えました。', 'Every row of this report is confirmed.')
          : t('この報告書に、いま確認する行はありません。', 'No row of this report is to be looked at now.')}
      </p>
      {next ? (
        <>
          <Link {...placeOf(next)} search={{ reading: list }} ref={ref} className="button">
            {t('次の報告書へ', 'To the next report')}
          </Link>
          <span className="hint">{dotted([next.contractName, titleOf(next, t, language)], t)}</span>
        </>
      ) : (
        <>
          <p>{t('ほかに確認を待つ報告書はありません。', 'No other report waits.')}</p>
          <Link to="/inbox" search={{ scope: filterOf(list).scope }} ref={ref} className="button button-outline">
            {t('要対応一覧へ', 'To the inbox')}
          </Link>
        </>
      )}
    </div>
  );
}
