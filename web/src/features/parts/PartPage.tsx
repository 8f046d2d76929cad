import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartDetails } from '../../api/generated/types.gen';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { may, WhyNot } from '../../ui/can';
import { FileButton } from '../../ui/FileButton';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Facts, Page } from '../../ui/Page';
import { Term } from '../../ui/Term';
import { ReadingBar } from '../inbox/ReadingBar';
import { PartFiles } from './PartFiles';
import { PartRowFields } from './PartRowFields';
import { kindName, partQuery, useKeepPartFile } from './part';

const route = getRouteApi('/parts/$id');

/** The rows of one firm in one contract: it fills them itself, or the contractor does from its signed paper. */
export function PartPage() {
  const t = useText();
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const part = useQuery(partQuery(id));
  const { can } = useSession();
  const what = t('再委託先の記録', 'A subcontractor’s part');
  return (
    <Page
      title={part.data?.contractName ?? what}
      tab={[what, part.data?.contractName]}
      above={
        <>
          <ReadingBar reading={reading} />
          <p className="mb-2 text-[0.875rem]">
            {part.data && can.readContracts ? (
              <Link to="/contracts/$id" params={{ id: part.data.contractId }} className="link">
                {t('契約の概要へ', 'Back to the contract')}
              </Link>
            ) : (
              <Link to="/parts" className="link">
                {t('一覧へ', 'Back to the list')}
              </Link>
            )}
          </p>
        </>
      }
    >
      <Loaded query={part}>{(data) => <Rows part={data} />}</Loaded>
    </Page>
  );
}

function Rows({ part }: { part: PartDetails }) {
  const t = useText();
  const [paper, setPaper] = useState<{ id: string; name: string } | null>(null);
  const done = part.rows.filter((row) => row.status !== null).length;
  const canEnter = may(part.can.enterPartRow);
  return (
    <>
      <Facts
        items={[
          [t('記入する会社', 'Firm'), part.name],
          [t('立場', 'Role in the contract'), kindName(part.kind, t)],
          [t('元請（受注者）', 'Contractor'), part.contractorName],
          [t('契約期間', 'Term'), <Term key="term" from={part.startsOn} to={part.endsOn} />],
        ]}
      />
      {part.closedOn && !canEnter && (
        <Notice>
          <strong>
            <WhyNot can={part.can.enterPartRow} />
          </strong>
        </Notice>
      )}
      <PartFiles part={part} />
      {canEnter && part.paperWanted && <Paper partId={part.id} paper={paper} onPaper={setPaper} />}
      <p className="mt-4 flex flex-wrap justify-between gap-3 text-[0.9375rem]">
        <span className="hint">
          {t(
            '選ぶと保存します。文章は入力が止まると保存します。個人の名前は書かないでください。',
            'Choices are saved at once, texts when you stop typing. Please do not name individuals.',
          )}
        </span>
        <span className="font-700">
          {t('記録済み ', 'Recorded ')}
          {done} / {part.rows.length}
        </span>
      </p>
      <div className="mt-3 grid gap-4">
        {part.rows.map((row) => (
          <PartRowFields
            key={row.number}
            part={part}
            row={row}
            paperId={paper?.id ?? row.fileId}
            isReadOnly={!canEnter || (part.paperWanted && !paper && !row.fileId)}
          />
        ))}
      </div>
    </>
  );
}

/** Entering for a firm is copying what it signed: the paper comes first. */
function Paper({
  partId,
  paper,
  onPaper,
}: {
  partId: string;
  paper: { id: string; name: string } | null;
  onPaper: (paper: { id: string; name: string }) => void;
}) {
  const t = useText();
  const keep = useKeepPartFile(partId, onPaper);
  return (
    <div className="my-4 rounded-12 bg-key-50 p-4">
      <h2 className="heading-3">{t('書面から代わりに記入する', 'Enter from the signed paper')}</h2>
      <p className="hint mt-1">
        {t(
          'この会社が署名した書面（PDF・画像・Word）を付けると、内容を記入できます。',
          'Attach the paper that the firm signed (PDF, image or Word) to record what it says.',
        )}
      </p>
      <div className="mt-3">
        <FileButton
          label={t('署名済みの書面を選ぶ', 'Choose the signed paper')}
          accept=".pdf,.docx,.png,.jpg,.jpeg"
          isBusy={keep.isPending}
          onFile={(file) => keep.mutate(file)}
        />
      </div>
      <p role="status" className="mt-1 text-[0.875rem] text-green-900">
        {paper ? t(`「${paper.name}」から記入します。`, `Entering from “${paper.name}”.`) : ''}
      </p>
      <ProblemNotice error={keep.error} />
    </div>
  );
}
