import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { contractActsQuery, proceduresQuery } from '../../api/acts';
import { type Communication, communicationsQuery } from '../../api/communications';
import type { ActSummary, ProcedureDetails } from '../../api/generated/types.gen';
import { contractQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { May, may } from '../../ui/can';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { ReadingBar } from '../inbox/ReadingBar';
import { ActRow } from './ActRow';
import { CommunicationRow } from './CommunicationRow';
import { ProcedureList } from './ProcedureList';

const route = getRouteApi('/contracts/$id/procedures');

/** What was asked, answered and said on this contract; below it every word that its edition asks for. */
export function Procedures() {
  const t = useText();
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const procedures = useQuery(proceduresQuery(id));
  const acts = useQuery(contractActsQuery(id));
  const communications = useQuery(communicationsQuery(id));
  const contract = useQuery(contractQuery(id));
  const title = t('担当職員への手続', 'Procedures with the officer');
  const asks = procedures.data?.some((one) => !one.isCommunication && may(one.can));
  return (
    <Page
      title={title}
      tab={[title, contract.data?.name]}
      above={<ReadingBar reading={reading} />}
      actions={
        <>
          {asks && (
            <Link to="/contracts/$id/mail" params={{ id }} className="button button-outline">
              {t('届いたメールを取り込む', 'Drop a mail in')}
            </Link>
          )}
          <May can={communications.data?.can.recordCommunication}>
            <Link to="/contracts/$id/communications/new" params={{ id }} className="button button-outline">
              {t('連絡・協議を記録', 'Note a message or consultation')}
            </Link>
          </May>
        </>
      }
    >
      <Loaded query={acts}>
        {({ items }) => (
          <Loaded query={communications}>{(said) => <Records acts={items} communications={said.items} />}</Loaded>
        )}
      </Loaded>
      <Loaded query={procedures}>
        {(list: ProcedureDetails[]) => <ProcedureList contractId={id} procedures={list} />}
      </Loaded>
    </Page>
  );
}

const wantsALook = (act: ActSummary) =>
  act.need !== null || act.state === 'INQUIRED' || act.state === 'EXPIRED' || act.timing?.fact === 'MISSING';
const MANY = 10;

/** What somebody has to look at now first; the rest with the latest on top. */
function Records({ acts, communications }: { acts: ActSummary[]; communications: Communication[] }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const first = acts.filter(wantsALook);
  const firstSaid = communications.filter(({ need }) => need);
  const rest = [
    ...acts.filter((act) => !wantsALook(act)).map((act) => ({ at: act.updatedAt, act, said: undefined })),
    ...communications.filter(({ need }) => !need).map((said) => ({ at: said.recordedAt, act: undefined, said })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  const shown = isWhole ? rest : rest.slice(0, MANY);
  return (
    <>
      {first.length + firstSaid.length > 0 && (
        <section className="mb-8 rounded-12 border-2 border-blue-900 p-4">
          <h2 className="heading-2 mb-1">
            {t(
              `先に見ておくもの ${first.length + firstSaid.length}件`,
              `To look at first: ${first.length + firstSaid.length}`,
            )}
          </h2>
          <ul>
            {first.map((act) => (
              <ActRow key={act.id} act={act} />
            ))}
            {firstSaid.map((said) => (
              <CommunicationRow key={said.id} communication={said} />
            ))}
          </ul>
        </section>
      )}
      {rest.length > 0 && (
        <section>
          <h2 className="heading-2 mb-1">{t(`これまでの記録 ${rest.length}件`, `Records: ${rest.length}`)}</h2>
          <ul className="border-solid-gray-300 border-t">
            {shown.map(({ act, said }) =>
              act ? <ActRow key={act.id} act={act} /> : <CommunicationRow key={said.id} communication={said} />,
            )}
          </ul>
          {shown.length < rest.length && (
            <button type="button" className="button button-text mt-2" onClick={() => setWhole(true)}>
              {t(`残り${rest.length - MANY}件も表示`, `Show the other ${rest.length - MANY}`)}
            </button>
          )}
        </section>
      )}
      {acts.length + communications.length === 0 && (
        <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>
      )}
    </>
  );
}
