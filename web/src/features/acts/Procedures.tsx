import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  type ActSummary,
  type Communication,
  communicationsQuery,
  contractActsQuery,
  type Procedure,
  proceduresQuery,
} from '../../api/acts';
import { useLanguage, useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { LongText } from '../../ui/LongText';
import { useTitle } from '../../ui/Page';
import { Chip } from '../../ui/Words';
import { useSession } from '../session/session';
import { ActRow } from './ActRow';
import { CommunicationRow } from './CommunicationRow';
import { wordOf } from './words';

const route = getRouteApi('/contracts/$id/procedures');

/** Every word of the officer that this contract's edition asks for, and how each of them stands. */
export function Procedures() {
  const t = useText();
  const { id } = route.useParams();
  const { can } = useSession();
  const procedures = useQuery(proceduresQuery(id));
  const acts = useQuery(contractActsQuery(id));
  const communications = useQuery(communicationsQuery(id));
  useTitle(t('担当職員への手続', 'Procedures with the officer'));
  return (
    <div className="page">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
        <h1 className="heading-1">{t('担当職員への手続', 'Procedures with the officer')}</h1>
        <div className="flex flex-wrap gap-2">
          {can.requestAct && (
            <Link to="/contracts/$id/mail" params={{ id }} className="button button-outline">
              {t('届いたメールを取り込む', 'Drop a mail in')}
            </Link>
          )}
          {can.communicate && (
            <Link to="/contracts/$id/communications/new" params={{ id }} className="button button-outline">
              {t('連絡・協議を記録', 'Note a message or consultation')}
            </Link>
          )}
        </div>
      </div>
      <Loaded query={acts}>{({ items }) => <Attention acts={items} />}</Loaded>
      <Loaded query={procedures}>
        {(list) => (
          <ByItem
            contractId={id}
            procedures={list}
            acts={acts.data?.items ?? []}
            communications={communications.data?.items ?? []}
          />
        )}
      </Loaded>
    </div>
  );
}

/** What somebody has to look at now: needs, what began without a record, questions. */
function Attention({ acts }: { acts: ActSummary[] }) {
  const t = useText();
  const list = acts.filter(
    (act) => act.need || act.state === 'INQUIRED' || act.state === 'EXPIRED' || act.timing?.fact === 'MISSING',
  );
  if (list.length === 0) return null;
  return (
    <section className="mb-8 rounded-12 border-2 border-blue-900 p-4">
      <h2 className="heading-2 mb-1">{t(`先に見ておくもの ${list.length}件`, `To look at first: ${list.length}`)}</h2>
      <ul>
        {list.map((act) => (
          <ActRow key={act.id} act={act} />
        ))}
      </ul>
    </section>
  );
}

function ByItem({
  contractId,
  procedures,
  acts,
  communications,
}: {
  contractId: string;
  procedures: Procedure[];
  acts: ActSummary[];
  communications: Communication[];
}) {
  const t = useText();
  const numbers = [...new Set(procedures.map(({ number }) => number))].toSorted((a, b) => (a ?? 99) - (b ?? 99));
  const other = communications.filter(
    (one) => !procedures.some((p) => p.isCommunication && p.subject === one.subject && p.kind === one.kind),
  );
  return (
    <>
      {numbers.map((number) => (
        <section key={number ?? 'other'} className="mt-8">
          <h2 className="heading-3 border-solid-gray-800 border-b-2 pb-1">
            {number === null
              ? t('事項以外（公募要領など）', 'Outside the items (tender)')
              : t(`事項 ${number})`, `Item ${number})`)}
          </h2>
          <ul>
            {procedures
              .filter((procedure) => procedure.number === number)
              .map((procedure) => (
                <ProcedureRow
                  key={`${procedure.subject} ${procedure.kind}`}
                  contractId={contractId}
                  procedure={procedure}
                  acts={acts.filter((act) => act.subject === procedure.subject && act.kind === procedure.kind)}
                  communications={communications.filter(
                    (one) => one.subject === procedure.subject && one.kind === procedure.kind,
                  )}
                />
              ))}
          </ul>
        </section>
      ))}
      {other.length > 0 && (
        <section className="mt-8">
          <h2 className="heading-3 border-solid-gray-800 border-b-2 pb-1">
            {t('その他の連絡・協議', 'Other messages and consultations')}
          </h2>
          <ul>
            {other.map((one) => (
              <CommunicationRow key={one.id} communication={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ProcedureRow({
  contractId,
  procedure,
  acts,
  communications,
}: {
  contractId: string;
  procedure: Procedure;
  acts: ActSummary[];
  communications: Communication[];
}) {
  const { t, language } = useLanguage();
  const { can } = useSession();
  const { subject, kind, isCommunication, wording, direction } = procedure;
  const isEmpty = acts.length === 0 && communications.length === 0;
  return (
    <li className="grid gap-x-6 gap-y-2 border-solid-gray-300 border-b py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
      <div>
        <h3 className="flex flex-wrap items-center gap-2 font-700">
          <span className="text-[1.0625rem]">{procedure.title[language]}</span>
          <Chip tone={isCommunication ? 'plain' : 'ask'}>{wordOf(wording, kind, t)}</Chip>
          {procedure.before && <Chip>{t('事前に', 'beforehand')}</Chip>}
          {procedure.approver === 'RESPONSIBLE_SECTION' && <Chip>{t('担当課室', 'the section')}</Chip>}
        </h3>
        <div lang="ja" className="mt-1 border-solid-gray-300 border-l-4 pl-3 text-solid-gray-700">
          <LongText text={procedure.sentence} lines={3} />
        </div>
      </div>
      <div>
        {isEmpty && <p className="hint">{t('まだ記録はありません。', 'Nothing recorded yet.')}</p>}
        <ul>
          {acts.map((act) => (
            <ActRow key={act.id} act={act} />
          ))}
          {communications.map((one) => (
            <CommunicationRow key={one.id} communication={one} />
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap gap-2">
          {isCommunication
            ? can.communicate && (
                <Link
                  to="/contracts/$id/communications/new"
                  params={{ id: contractId }}
                  search={{ subject, kind }}
                  className="button button-outline button-small"
                >
                  {direction === 'FROM_OFFICER'
                    ? t(`担当職員の${wording}を記録`, `Note the officer's ${wording}`)
                    : t(`${wording}を記録`, `Note it (${wording})`)}
                </Link>
              )
            : can.requestAct && <RequestLink contractId={contractId} procedure={procedure} />}
        </div>
      </div>
    </li>
  );
}

/** Where 了承 of the 確認書類 is asked for is its own screen: the request goes out with the version presented. */
function RequestLink({ contractId, procedure }: { contractId: string; procedure: Procedure }) {
  const t = useText();
  const { subject, kind, wording } = procedure;
  const params = { id: contractId };
  if (subject === 'CONFIRMATION_DOCUMENT' || subject === 'CONFIRMATION_DOCUMENT_CHANGE')
    return (
      <Link to="/contracts/$id/confirmation-document" params={params} className="button button-outline button-small">
        {t('確認書類の画面で提示する', 'Present it on its own screen')}
      </Link>
    );
  return (
    <Link
      to="/contracts/$id/procedures/new"
      params={params}
      search={{ subject, kind }}
      className="button button-outline button-small"
    >
      {t(`${wording}をお願いする`, `Ask for it (${wording})`)}
    </Link>
  );
}
