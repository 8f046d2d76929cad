import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { PriorReportDetails } from '../../api/generated/types.gen';
import { priorReportsQuery } from '../../api/queries';
import { type Text, useText } from '../../i18n/language';
import { FormButtons, form, type Offered } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { Term } from '../../ui/Term';
import { Chip, Signed } from '../../ui/Words';
import { reason } from '../authority-acts/officerForms';
import { useOpening } from '../authority-acts/useOpening';

/** What was reported before this program was used; what was taken back stays in sight, with why. */
export function PriorReports({ contractId }: { contractId: string }) {
  const t = useText();
  const priors = useQuery(priorReportsQuery(contractId));
  return (
    <Loaded query={priors}>
      {(list) =>
        list.length > 0 && (
          <>
            <h2 className="heading-2 mt-10 mb-2">{t('導入前の記録', 'Prior records')}</h2>
            <ul className="border-solid-gray-300 border-t">
              {list.map((prior) => (
                <Prior key={prior.id} prior={prior} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

function Prior({ prior }: { prior: PriorReportDetails }) {
  const t = useText();
  const { id, version, contractId, withdrawal } = prior;
  useOpening(api.openPriorReport, withdrawal === null, { path: { id }, version });
  // Whoever comes from the entry of the inbox is led to the one that it tells of.
  const isTold = useLocation({ select: ({ hash }) => hash === id });
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isTold) row.current?.scrollIntoView({ block: 'center' });
  }, [isTold]);
  const period = <Term from={prior.from} to={prior.to} />;
  return (
    <li
      ref={row}
      id={id}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-solid-gray-300 border-b py-3"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-700">{withdrawal ? <del>{period}</del> : period}</span>
          {withdrawal && <Chip tone="dashed">{t('取消し', 'Withdrawn')}</Chip>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-[0.9375rem]">
          <span className="break-all">{prior.source.name}</span>
          <Signed by={prior.recordedBy} at={prior.recordedAt} />
        </p>
        {withdrawal && (
          <div className="mt-1 text-[0.9375rem]">
            <p className="pre">
              {t('取消しの理由：', 'Why withdrawn: ')}
              {withdrawal.reason}
            </p>
            <Signed by={withdrawal.by} at={withdrawal.at} />
          </div>
        )}
      </div>
      <FormButtons forms={[withdrawalForm(prior, t)]} contractId={contractId} about={id} isSmall />
    </li>
  );
}

const withdrawalForm = (prior: PriorReportDetails, t: Text): Offered => ({
  label: t('取り消す', 'Withdraw'),
  can: prior.can.withdrawPriorReport,
  form: form({
    title: t('導入前の記録の取消し', 'Withdraw the prior record'),
    confirm: t('取り消す', 'Withdraw'),
    isDangerous: true,
    above: (
      <>
        <p>
          <Term from={prior.from} to={prior.to} />
          <span className="ml-3 break-all">{prior.source.name}</span>
        </p>
        <p>
          {t(
            'この期間の報告を改めて作れるようになり、以後の報告はこの記録と比べません。記録と取消しの理由は、両者に見える形で残り、相手方にお知らせします。作成中の下書きに引き継がれた内容は変わりませんので、ご確認ください。',
            'Its days can be reported on anew, and later reports are not compared with it. The record and the reason stay in sight of both sides, and the other side is told. What drafts have taken over from it stays as it is; please check them.',
          )}
        </p>
      </>
    ),
    fields: [reason(t, t('取消しの理由', 'Why'))],
    send: (body) => call(api.withdrawPriorReport, { path: { id: prior.id }, body, version: prior.version }),
  }),
});
