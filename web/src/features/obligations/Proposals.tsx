import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails, Proposal } from '../../api/generated/types.gen';
import { obligationsQuery, proposalsQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { readAnew } from '../../api/written';
import { useLanguage } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { TextArea } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { Restored } from '../../ui/Restored';
import { StatusMark } from '../../ui/Status';
import { REASON_MAX, statementIndex } from './fields';

const route = getRouteApi('/contracts/$id/proposals');

/** What the answers propose. Nothing is recorded until a person ticks it and accepts. */
export function Proposals() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const proposals = useQuery(proposalsQuery(id));
  const obligations = useQuery(obligationsQuery(id));
  useTitleIn(id, t('案の確認', 'Proposals'));
  return (
    <div className="page">
      <h1 className="heading-1">{t('案を確かめて採用する', 'Check and accept the proposals')}</h1>
      <p className="mt-2 max-w-[48rem]">
        {t(
          '採用するものに印を付け、必要なら文を直してください。採用したものだけが、あなたの記録になります。',
          'Tick what you accept and correct the text where needed. Only what you accept is recorded, in your name.',
        )}
      </p>
      <Loaded query={proposals}>
        {(list) =>
          obligations.data ? (
            <ProposalList contractId={id} proposals={list} obligations={obligations.data} />
          ) : (
            <ProblemNotice error={obligations.error} />
          )
        }
      </Loaded>
      <p className="mt-6 flex flex-wrap gap-3">
        <Link to="/contracts/$id/obligations" params={{ id }} className="button button-outline">
          {t('遵守事項の記録へ', 'To the obligations')}
        </Link>
        <Link to="/contracts/$id/questions" params={{ id }} className="button button-text">
          {t('答えを変える', 'Change the answers')}
        </Link>
      </p>
    </div>
  );
}

/** Accepting is recording the status; where ⑩ has a proposed text of its own, that follows on the new version. */
async function accept(contractId: string, proposal: Proposal, obligation: ObligationDetails): Promise<void> {
  const { number, status, reason, explanation } = proposal;
  const { version } = await call(api.setStatus, {
    path: { contractId, number },
    body: { status, reason: status === 'IMPLEMENTED' ? null : reason || null },
    version: obligation.version,
  });
  const explained = obligation.statements.find((statement) => statement.alwaysExplained);
  if (explained && explanation && status !== 'NOT_APPLICABLE')
    await call(api.setStatementStatus, {
      path: { contractId, number, index: statementIndex(explained.id) },
      body: { status, reason: explanation },
      version,
    });
}

function ProposalList({
  contractId,
  proposals,
  obligations,
}: {
  contractId: string;
  proposals: Proposal[];
  obligations: ObligationDetails[];
}) {
  const { t, language } = useLanguage();
  const queryClient = useQueryClient();
  const obligationOf = (number: number) => obligations.find((o) => o.number === number);
  const isOpen = (proposal: Proposal) => obligationOf(proposal.number)?.status === null;
  const open = proposals.filter(isOpen);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const draft = useFormDraft<Record<number, string>>(
    `contract/${contractId}/proposals`,
    {},
    (reasons) => Object.keys(reasons).length > 0,
  );
  const reasons = draft.value;
  const acceptAll = useSending({
    mutationFn: async () => {
      for (const proposal of open.filter((one) => ticked.has(one.number))) {
        const obligation = obligationOf(proposal.number);
        const reason = reasons[proposal.number] ?? proposal.reason;
        if (obligation) await accept(contractId, { ...proposal, reason }, obligation);
      }
    },
    onSuccess: () => draft.forget(),
    onSettled: async () => {
      setTicked(new Set());
      await readAnew(queryClient);
    },
  });
  const tick = (number: number, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(number);
    else next.delete(number);
    setTicked(next);
  };
  if (proposals.length === 0)
    return <p className="mt-6">{t('この答えからの案はありません。', 'These answers lead to no proposal.')}</p>;
  return (
    <div className="mt-6">
      <Restored draft={draft} />
      {open.length > 0 && (
        <label className="flex items-center gap-2 py-2">
          <input
            type="checkbox"
            className="size-5"
            checked={open.every((one) => ticked.has(one.number))}
            onChange={(event) => setTicked(new Set(event.target.checked ? open.map((one) => one.number) : []))}
          />
          {t(`下の${open.length}件すべてに印を付ける`, `Tick all ${open.length} below`)}
        </label>
      )}
      <ul className="border-solid-gray-300 border-t">
        {proposals.map((proposal) => {
          const { number } = proposal;
          const obligation = obligationOf(number);
          const isDone = !isOpen(proposal);
          return (
            <li key={number} className="flex gap-3 border-solid-gray-300 border-b py-4">
              <input
                type="checkbox"
                className="mt-1 size-5 shrink-0"
                aria-label={t(`${number})の案を採用する`, `Accept the proposal for ${number})`)}
                disabled={isDone}
                checked={isDone || ticked.has(number)}
                onChange={(event) => tick(number, event.target.checked)}
              />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-700">
                  {number}) {obligation?.heading}
                  <StatusMark status={proposal.status} />
                  {proposal.isDefault && (
                    <span className="chip border-solid-gray-420 font-400">{t('既定値', 'default')}</span>
                  )}
                  {isDone && <span className="chip border-green-800 text-green-1000">{t('記録済み', 'recorded')}</span>}
                </p>
                <p className="hint mt-1">{proposal.why[language]}</p>
                {isDone ? (
                  <p className="pre mt-2 text-[0.9375rem]">{obligation?.reason}</p>
                ) : (
                  proposal.reason !== null &&
                  (proposal.status === 'IMPLEMENTED' ? (
                    <p className="pre mt-2 text-[0.9375rem]">
                      {proposal.reason}
                      <span className="hint block">
                        {t(
                          '考え方の説明です。「実施」の行には理由を印刷しないため、採用しても記録には残りません。',
                          'Why it is proposed. The form prints no reason beside 実施, so this text is not recorded.',
                        )}
                      </span>
                    </p>
                  ) : (
                    <TextArea
                      aria-label={t(`${number})の理由`, `Reason of ${number})`)}
                      className="mt-2"
                      maxLength={REASON_MAX}
                      value={reasons[number] ?? proposal.reason}
                      onChange={(event) => draft.set({ ...reasons, [number]: event.target.value })}
                    />
                  ))
                )}
                {!isDone && proposal.explanation && proposal.status !== 'NOT_APPLICABLE' && (
                  <p className="pre mt-2 text-[0.9375rem]">
                    {t('⑩の説明：', 'Explanation of ⑩: ')}
                    {proposal.explanation}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <ProblemNotice error={acceptAll.error} />
      {open.length > 0 && (
        <button
          type="button"
          className="button mt-4"
          disabled={ticked.size === 0 || acceptAll.isPending}
          onClick={() => acceptAll.mutate()}
        >
          {acceptAll.isPending
            ? t('記録しています…', 'Recording…')
            : t(`印を付けた${ticked.size}件を採用する`, `Accept the ${ticked.size} ticked`)}
        </button>
      )}
    </div>
  );
}
