import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type {
  ObligationDetails,
  ReaffirmationDetails,
  ReaffirmationItem,
  ReaffirmationPeriod,
} from '../../api/generated/types.gen';
import { reaffirmationQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { may } from '../../ui/can';
import { Dialog } from '../../ui/Dialog';
import { ProblemNotice } from '../../ui/Notice';
import { StatusMark } from '../../ui/Status';
import { Chip, Signed } from '../../ui/Words';
import { ItemChoice, useItemChoice } from './ItemChoice';

/**
 * 「今期もこのとおりですか」: that all is recorded on the first day of a half does not say that it holds for this half. From the day on which
 * work on the report begins each item that stands from before is asked about.
 */
export function Reaffirmation({ contractId, obligations }: { contractId: string; obligations: ObligationDetails[] }) {
  const { t, language } = useLanguage();
  const details = useQuery(reaffirmationQuery(contractId)).data;
  const [isOpen, setOpen] = useState(false);
  if (!details?.period) return null;
  const { period } = details;
  const days = t(
    `${formatDate(period.from, language)}〜${formatDate(period.to, language)}`,
    `${formatDate(period.from, language)} – ${formatDate(period.to, language)}`,
  );
  if (period.asksFrom > today())
    return (
      <p className="hint my-3">
        {t(
          `今期（${days}）もこのとおりかは、${formatDate(period.asksFrom, language)}から項目ごとにお聞きします。`,
          `Whether all this holds for ${days} is asked item by item from ${formatDate(period.asksFrom, language)}.`,
        )}
      </p>
    );
  const asked = details.items.filter((item) => item.standing === 'ASKED');
  const settled = details.items.filter((item) => item.standing === 'REAFFIRMED' || item.standing === 'RECORDED');
  return (
    <section
      aria-labelledby="reaffirmation"
      className={`my-4 rounded-8 border-2 p-4 ${asked.length > 0 ? 'border-blue-900' : 'border-solid-gray-300'}`}
    >
      <h2 id="reaffirmation" className="heading-3">
        {asked.length > 0
          ? t('今期もこのとおりですか', 'Does all this still hold?')
          : t('今期もこのとおりか、確かめました', 'Looked at for this period')}{' '}
        <span className="font-400 text-[1rem]">
          {t(`${settled.length}／${details.items.length}項目`, `${settled.length} of ${details.items.length}`)}
        </span>
      </h2>
      {asked.length > 0 && (
        <>
          <p className="mt-1">
            {t(
              `${days}の報告に向けて、前に記録した内容がいまも正しいかお確かめください。変わった事項は、下の表で直してください。`,
              `Before the report on ${days}, please see whether what was recorded earlier is still right. Change in the table below what is not.`,
            )}
          </p>
          <p className="mt-2 flex flex-wrap gap-x-3">
            <span>{t('まだの事項：', 'To look at:')}</span>
            {asked.map(({ number }) => (
              <a key={number} href={`#row-${number}`} className="link">
                {number})
              </a>
            ))}
          </p>
          {may(details.can.reaffirmRecords) && (
            <button type="button" className="button mt-3" onClick={() => setOpen(true)}>
              {t('一覧で確かめて「このとおり」とする…', 'Go through them and say so…')}
            </button>
          )}
        </>
      )}
      <Settled items={settled} />
      {isOpen && (
        <ReaffirmDialog
          contractId={contractId}
          period={period}
          asked={asked}
          obligations={obligations}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}

/** Who said so of what, and when. */
function Settled({ items }: { items: ReaffirmationDetails['items'] }) {
  const { t } = useLanguage();
  if (items.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="link cursor-pointer text-[0.9375rem]">{t('確かめた方と日時', 'By whom and when')}</summary>
      <ul className="mt-2 space-y-1">
        {items.map(({ number, standing, by, at }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-x-3">
            <span className="w-10">{number})</span>
            <Chip tone={standing === 'REAFFIRMED' ? 'good' : 'plain'}>
              {standing === 'REAFFIRMED' ? t('このとおり', 'Holds') : t('記録', 'Recorded')}
            </Chip>
            {by && <Signed by={by} at={at} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ReaffirmDialog({
  contractId,
  period,
  asked,
  obligations,
  onClose,
}: {
  contractId: string;
  period: ReaffirmationPeriod;
  asked: ReaffirmationItem[];
  obligations: ObligationDetails[];
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const choice = useItemChoice(obligations.filter((one) => asked.some(({ number }) => number === one.number)));
  const versions = new Map(asked.map(({ number, version }) => [number, version]));
  const say = useAct(
    () =>
      call(api.reaffirmRecords, {
        path: { contractId },
        body: {
          from: period.from,
          to: period.to,
          items: choice.chosen.map(({ number }) => ({ number, version: versions.get(number) ?? 0 })),
        },
      }),
    onClose,
  );
  return (
    <Dialog title={t('今期もこのとおりですか', 'Does all this still hold?')} onClose={onClose}>
      {(close) => (
        <>
          <p className="hint">
            {t(
              '変わった事項は印を外し、表で記録し直してください。だれがいつ確かめたかが残ります。',
              'Untick what has changed and record it in the table. Who looked and when is kept.',
            )}
          </p>
          <ItemChoice choice={choice}>
            {({ status, reason }) => (
              <span className="mt-1 flex flex-wrap items-baseline gap-x-2">
                <StatusMark status={status} />
                {reason && <span className="pre text-[0.875rem]">{reason}</span>}
              </span>
            )}
          </ItemChoice>
          <ProblemNotice error={say.error} />
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <button type="button" className="button button-outline" onClick={close}>
              {t('やめる', 'Cancel')}
            </button>
            <button
              type="button"
              className="button"
              disabled={choice.chosen.length === 0 || say.isPending}
              onClick={() => say.mutate()}
            >
              {t(`${choice.chosen.length}項目は今期もこのとおり`, `${choice.chosen.length} still hold`)}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
