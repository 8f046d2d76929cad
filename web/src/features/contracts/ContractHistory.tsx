import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { contractQuery, obligationsQuery } from '../../api/queries';
import { formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { useTitle } from '../../ui/Page';
import { StatusMark } from '../../ui/Status';

const route = getRouteApi('/contracts/$id');
const nameOf = (by: string | { name: string } | null) => (typeof by === 'string' ? by : (by?.name ?? ''));

/** The contract's amendments, and for each item the last change; the item's own page has all of them. */
export function ContractHistory() {
  const { t, language } = useLanguage();
  const { id } = route.useParams();
  const contract = useQuery(contractQuery(id));
  const obligations = useQuery(obligationsQuery(id));
  useTitle(t('履歴', 'History'));
  return (
    <div className="page">
      <h1 className="heading-1 mb-4">{t('履歴', 'History')}</h1>
      {contract.data?.amendments && contract.data.amendments.length > 0 && (
        <section className="mb-8">
          <h2 className="heading-2 mb-2">{t('変更契約', 'Amendments')}</h2>
          <ul>
            {contract.data.amendments.map((amendment) => (
              <li key={`${amendment.agreedOn}${amendment.reason}`} className="border-solid-gray-300 border-b py-2">
                <time className="mr-3 font-700">{formatDate(amendment.agreedOn, language)}</time>
                {amendment.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="heading-2 mb-2">{t('事項ごとの最後の記録', 'Last record of each item')}</h2>
      <Loaded query={obligations}>
        {(list) => {
          const changed = list
            .filter((obligation) => obligation.updatedAt)
            .sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
          if (changed.length === 0) return <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>;
          return (
            <ul>
              {changed.map((obligation) => (
                <li
                  key={obligation.number}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3"
                >
                  <time className="w-52 text-[0.875rem]">{formatInstant(obligation.updatedAt ?? '', language)}</time>
                  <Link
                    to="/contracts/$id/obligations/$number"
                    params={{ id, number: String(obligation.number) }}
                    className="link font-700"
                  >
                    {obligation.number}) {obligation.heading}
                  </Link>
                  <StatusMark status={obligation.status} />
                  <span className="text-[0.875rem] text-solid-gray-700">{nameOf(obligation.updatedBy)}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </div>
  );
}
