import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useMatches } from '@tanstack/react-router';
import { contractQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { StageChip } from '../../ui/Status';
import { Term } from '../../ui/Term';

const route = getRouteApi('/contracts/$id');

/** The head that all screens of one contract share. */
export function Contract() {
  const t = useText();
  const { id } = route.useParams();
  const { can } = useSession();
  const contract = useQuery(contractQuery(id));
  const within = useMatches({ select: (matches) => matches.at(-1)?.staticData.within });
  const isIn = (screen: typeof within) => ({ 'aria-current': within === screen ? ('page' as const) : undefined });
  const tab =
    'whitespace-nowrap border-transparent border-b-4 px-1 py-2 hover:underline aria-[current=page]:border-key-900 aria-[current=page]:font-700 aria-[current=page]:text-key-900';
  return (
    <>
      <div className="border-solid-gray-300 border-b bg-solid-gray-50">
        <div className="mx-auto max-w-[76rem] px-4 pt-4 md:px-8">
          <p className="text-[0.875rem]">
            <Link to="/contracts" className="link">
              {t('契約', 'Contracts')}
            </Link>
          </p>
          <Loaded query={contract}>
            {(data) => (
              <>
                <p className="heading-2 mt-1">{data.name}</p>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.875rem]">
                  <StageChip stage={data.stage} />
                  <span>{data.contractor.name}</span>
                  <span className="nowrap">
                    <Term from={data.startsOn} to={data.endsOn} />
                  </span>
                  <Link to="/editions/$code" params={{ code: data.editionCode }} className="link">
                    {data.editionCode}
                  </Link>
                  {can.reportIncident && (
                    <Link
                      to="/contracts/$id/incident"
                      params={{ id }}
                      className="button button-outline button-small ml-auto"
                    >
                      {t('事故の第一報', 'Report an incident')}
                    </Link>
                  )}
                </p>
              </>
            )}
          </Loaded>
          <nav
            aria-label={t('この契約の画面', 'Screens of this contract')}
            className="mt-2 flex flex-wrap gap-x-4 lg:gap-x-6"
          >
            <Link to="/contracts/$id" params={{ id }} activeOptions={{ exact: true }} className={tab}>
              {t('概要', 'Overview')}
            </Link>
            <Link to="/contracts/$id/obligations" params={{ id }} className={tab} {...isIn('obligations')}>
              {t('遵守事項', 'Obligations')}
            </Link>
            {can.readConfirmationDocument && (
              <Link to="/contracts/$id/confirmation-document" params={{ id }} className={tab}>
                {t('確認書類', 'Confirmation document')}
              </Link>
            )}
            {can.readActs && (
              <Link to="/contracts/$id/procedures" params={{ id }} className={tab} {...isIn('procedures')}>
                {t('担当職員への手続', 'Procedures')}
              </Link>
            )}
            {can.readReports && (
              <Link to="/contracts/$id/reports" params={{ id }} className={tab}>
                {t('報告', 'Reports')}
              </Link>
            )}
            <Link to="/contracts/$id/history" params={{ id }} className={tab}>
              {t('経緯', 'History')}
            </Link>
          </nav>
        </div>
      </div>
      <Outlet />
    </>
  );
}
