import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { HistoryEntry, ObligationDetails } from '../../api/generated/types.gen';
import { contractHistoryQuery, obligationsQuery } from '../../api/queries';
import { formatDate, formatInstant } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { useTitleIn } from '../../ui/Page';
import { StatusMark } from '../../ui/Status';

const route = getRouteApi('/contracts/$id/history');

/** What happened to the contract, and for each item the last record; the item's own page has all of them. */
export function ContractHistory() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const history = useQuery(contractHistoryQuery(id));
  const obligations = useQuery(obligationsQuery(id));
  useTitleIn(id, t('履歴', 'History'));
  return (
    <div className="page">
      <h1 className="heading-1 mb-4">{t('履歴', 'History')}</h1>
      <h2 className="heading-2 mb-2">{t('契約の記録', 'The contract')}</h2>
      <Loaded query={history}>
        {(entries) => (
          <ol className="border-solid-gray-300 border-t">
            {entries.toReversed().map((entry) => (
              <ContractEntry key={entry.version} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
      <h2 className="heading-2 mt-10 mb-2">{t('事項ごとの最後の記録', 'Last record of each item')}</h2>
      <Loaded query={obligations}>
        {(list) => <LastRecords contractId={id} obligations={list.filter((one) => one.status !== null)} />}
      </Loaded>
    </div>
  );
}

const kindName = (type: string, t: Text): string =>
  ({
    contract_registered: t('契約の登録', 'Registered'),
    contract_signed: t('契約締結', 'Signed'),
    contract_amended: t('変更契約', 'Amended'),
    contract_corrected: t('訂正', 'Corrected'),
    contract_terminated: t('契約解除', 'Terminated'),
    contract_predecessor_named: t('前年度の契約', 'Predecessor named'),
    contract_addressee_changed: t('宛先の変更', 'Addressee changed'),
    contract_norms_set: t('規程等の版', 'Norms set'),
    contract_questions_answered: t('六つの質問への答え', 'Questions answered'),
    contract_extra_item_added: t('項目の追加', 'Item added'),
    contract_convention_agreed: t('取決め', 'Convention agreed'),
    contract_officers_changed: t('担当職員の変更', 'Officers changed'),
    contract_reporting_agreed: t('報告の時期の取決め', 'Reporting agreed'),
    contract_mail_subject_set: t('メールの件名の取決め', 'Subject of emails set'),
    subcontractor_engaged: t('再委託先・構成員の登録', 'Firm added'),
    subcontractor_changed: t('再委託先・構成員の登録の変更', 'Firm changed'),
    subcontractor_released: t('再委託先・構成員の終了', 'Firm’s part ended'),
  })[type] ?? t('記録', 'Record');

function ContractEntry({ entry }: { entry: HistoryEntry }) {
  const { t, language } = useLanguage();
  const { reason, addressee, from, signedOn, agreedOn, terminatedOn, namedNorm, effectiveNorm, name } =
    entry.change as Record<string, string | null | undefined>;
  const on = signedOn ?? agreedOn ?? terminatedOn ?? from;
  const isRegistration = entry.type === 'contract_registered';
  const said = isRegistration ? [] : [name, addressee, namedNorm, effectiveNorm, reason];
  return (
    <li className="border-solid-gray-300 border-b py-3">
      <p className="flex flex-wrap gap-x-4 text-[0.875rem] text-solid-gray-700">
        <time dateTime={entry.recordedAt}>{formatInstant(entry.recordedAt, language)}</time>
        <span>{entry.actor.name}</span>
      </p>
      <p>
        <span className="mr-3 font-700">{kindName(entry.type, t)}</span>
        {on && <time className="mr-3">{formatDate(on, language)}</time>}
        {said.filter(Boolean).join('　')}
      </p>
    </li>
  );
}

function LastRecords({ contractId, obligations }: { contractId: string; obligations: ObligationDetails[] }) {
  const { t, language } = useLanguage();
  if (obligations.length === 0) return <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>;
  return (
    <ul className="border-solid-gray-300 border-t">
      {obligations
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .map((obligation) => (
          <li
            key={obligation.number}
            className="grid gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3 md:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <time className="text-[0.875rem]">{formatInstant(obligation.updatedAt, language)}</time>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Link
                to="/contracts/$id/obligations/$number"
                params={{ id: contractId, number: String(obligation.number) }}
                className="link font-700"
              >
                {obligation.number}) {obligation.heading}
              </Link>
              <StatusMark status={obligation.status} />
              <span className="text-[0.875rem] text-solid-gray-700">{obligation.updatedBy.name}</span>
            </p>
          </li>
        ))}
    </ul>
  );
}
