import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ContractStage, EditionDetails, ObligationDetails } from '../../api/generated/types.gen';
import { contractQuery, editionQuery, obligationsQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { ReadingBar } from '../inbox/ReadingBar';
import { ExtraItems } from './ExtraItems';
import { HandOver } from './HandOver';
import { MarkRest } from './MarkRest';
import { ObligationRow } from './ObligationRow';
import { Reaffirmation } from './Reaffirmation';

const route = getRouteApi('/contracts/$id/obligations');

/** The form of 2) to 17) as it is printed, to be filled in; it saves by itself. */
export function Obligations() {
  const t = useText();
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const { can } = useSession();
  const obligations = useQuery(obligationsQuery(id));
  const contract = useQuery(contractQuery(id));
  const edition = useQuery({
    ...editionQuery(contract.data?.editionCode ?? '', contract.data?.editionRevision),
    enabled: contract.data !== undefined,
  });
  useTitleIn(id, t('遵守事項', 'Obligations'));
  return (
    <div className="page">
      <ReadingBar reading={reading} />
      <h1 className="heading-1">{t('遵守事項の実施状況', 'Status of the obligations')}</h1>
      <p className="hint mt-1" hidden={!can.setStatus}>
        {t(
          '選ぶと保存します。文章は入力が止まると保存します。別紙と同じ並びです。理由には個人の名前を書かないでください。',
          'Choices are saved at once, texts when you stop typing. The rows stand as in the form. Please do not name individuals in reasons.',
        )}
      </p>
      <Loaded query={obligations}>
        {(list) => (
          <>
            <HandOver contractId={id} obligations={list} />
            <Reaffirmation contractId={id} obligations={list} />
            <Progress obligations={list} />
            {contract.data && <AfterTheEnd stage={contract.data.stage} obligations={list} />}
            <MarkRest obligations={list} />
            <FormTable obligations={list} edition={edition.data} />
            {contract.data && <ExtraItems contract={contract.data} />}
            <p className="mt-6 flex flex-wrap gap-3">
              {can.draftReport && (
                <Link to="/contracts/$id/reports" params={{ id }} className="button">
                  {t('報告を作る', 'Make the report')}
                </Link>
              )}
              {can.answerQuestions && (
                <Link to="/contracts/$id/proposals" params={{ id }} className="button button-outline">
                  {t('該当なし・理由の案を見る', 'See the proposals')}
                </Link>
              )}
            </p>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** 「契約期間中のため」 is a reason during the term and no longer. */
function AfterTheEnd({ stage, obligations }: { stage: ContractStage; obligations: ObligationDetails[] }) {
  const t = useText();
  const stale = obligations.filter(
    ({ status, reason }) => status !== 'IMPLEMENTED' && reason?.includes('契約期間中') === true,
  );
  if ((stage !== 'ENDED' && stage !== 'TERMINATED') || stale.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t(
        '契約は終わっています。理由「契約期間中」を見直してください',
        'The contract is over: look at the reason',
      )}
    >
      {stale.map(({ number }) => (
        <a key={number} href={`#row-${number}`} className="link mr-3">
          {number})
        </a>
      ))}
      {t('返却・消去等の状況を記録してください。', 'Record what was returned and erased.')}
    </Notice>
  );
}

function Progress({ obligations }: { obligations: ObligationDetails[] }) {
  const t = useText();
  const rows = obligations.filter((o) => o.reported);
  const done = rows.filter((o) => o.status !== null && !o.lookWanted).length;
  const missing = rows.find((o) => o.reasonMissing);
  const next = rows.find((o) => o.status === null || o.lookWanted);
  return (
    <div className="sticky top-0 z-10 -mx-4 my-4 border-solid-gray-300 border-b bg-white px-4 py-3 max-[30rem]:static md:-mx-8 md:px-8 [@media(max-height:35rem)]:static">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="flex justify-between text-[0.9375rem]">
            <span className="font-700">{t('記録の進み具合', 'Progress')}</span>
            <span className="nowrap">
              {done} / {rows.length} {t('項目', 'items')}
            </span>
          </p>
          <progress
            className="progress mt-1"
            value={done}
            max={rows.length}
            aria-label={t('記録の進み具合', 'Progress')}
          />
        </div>
        {next ? (
          <a href={`#row-${next.number}`} className="button button-outline button-small">
            {next.lookWanted
              ? t(`次の見直し：${next.number})`, `Next to look at: ${next.number})`)
              : t(`次の未記録：${next.number})`, `Next: ${next.number})`)}
          </a>
        ) : (
          <span className="font-700 text-[0.9375rem] text-green-900">{t('すべて記録しました', 'All recorded')}</span>
        )}
        {missing && (
          <a href={`#row-${missing.number}`} className="link text-[0.9375rem] text-error-2">
            {t(`${missing.number})に説明がありません`, `${missing.number}) lacks its text`)}
          </a>
        )}
      </div>
    </div>
  );
}

function FormTable({
  obligations,
  edition,
}: {
  obligations: ObligationDetails[];
  edition: EditionDetails | undefined;
}) {
  const t = useText();
  const continuous = obligations.find((o) => !o.reported);
  const columns = edition?.form?.columns ?? ['項目', '確認事項', '実施状況'];
  const labelOf = (number: number) =>
    edition?.form?.rows.find((row) => row.number === number)?.label ??
    (number > 100 ? `追加${number - 100}` : `情報セキュリティに関する事項${number}）`);
  return (
    <>
      {continuous && (
        <details className="mb-4 rounded-8 border border-solid-gray-300 px-4 py-3">
          <summary className="cursor-pointer font-700">
            1) {continuous.heading ?? t('確認書類と報告', 'Confirmation documents and reports')}
            <span className="chip ml-2 border-solid-gray-420 font-400">
              {t('続いている義務・様式に行はありません', 'continuous duty, no row in the form')}
            </span>
          </summary>
          <p className="pre mt-2 text-[0.9375rem]">{continuous.clauseText}</p>
        </details>
      )}
      <table className="block w-full border-collapse lg:table">
        <thead className="hidden lg:table-header-group">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="border border-solid-gray-800 bg-solid-gray-50 px-4 py-2">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block lg:table-row-group">
          {obligations
            .filter((o) => o.reported)
            .map((obligation) => (
              <ObligationRow key={obligation.number} obligation={obligation} label={labelOf(obligation.number)} />
            ))}
        </tbody>
      </table>
    </>
  );
}
