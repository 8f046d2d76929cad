import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { post } from '../../api/client';
import { type ConfirmationDocument, documentQuery } from '../../api/documents';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { labelled, listed } from '../../i18n/punctuation';
import { api } from '../../paths';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice, Reasons } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { useOpening } from '../acts/useOpening';
import { ReadingBar } from '../inbox/ReadingBar';
import { DraftEditor } from './DraftEditor';
import { RosterAgreement } from './RosterAgreement';
import { Versions } from './Versions';

const route = getRouteApi('/contracts/$id/confirmation-document');

/** 確認書類: the version in force, the draft beside its parts, and every version with what was said of it. */
export function ConfirmationDocumentPage() {
  const t = useText();
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const document = useQuery(documentQuery(id));
  useTitle(t('確認書類', 'Confirmation document'));
  return (
    <div className="page">
      {document.data && <ReadingBar reading={reading} id={document.data.id} />}
      <h1 className="heading-1">{t('確認書類', 'Confirmation document')}</h1>
      <Loaded query={document}>{(data) => <DocumentOf contractId={id} document={data} />}</Loaded>
    </div>
  );
}

function DocumentOf({ contractId, document }: { contractId: string; document: ConfirmationDocument }) {
  const { t, language } = useLanguage();
  const { inForce, draft, needs, can, recordDiffers, corrections } = document;
  useOpening(api.documentOpening(contractId), { version: document.version, opened: corrections.length === 0 }, [
    'inbox',
  ]);
  const isWaiting = document.versions[0]?.state === 'PRESENTED';
  const start = useAct(
    () => post(api.documentDraft(contractId), {}, document.version),
    [['contract', contractId, 'confirmation-document']],
  );
  return (
    <>
      <p lang="ja" className="mt-1 text-[0.9375rem]">
        {document.title}
      </p>
      <p className="mt-4 text-[1.0625rem]">
        {inForce ? (
          <>
            <strong>{t(`第${inForce.number}版が有効です`, `Version ${inForce.number} is in force`)}</strong>
            <span className="ml-2">
              {formatDate(inForce.from, language)}
              {t('から', ' onwards')}
            </span>
            <Link
              to="/contracts/$id/confirmation-document/$version"
              params={{ id: contractId, version: String(inForce.number) }}
              className="link ml-3"
            >
              {t('内容を見る', 'Read it')}
            </Link>
          </>
        ) : (
          t(
            `まだ有効な版はありません。担当職員に提示し、${document.firstWord}を得てから提出します。`,
            `No version is in force yet: it is presented, acknowledged (${document.firstWord}) and then handed in.`,
          )
        )}
      </p>
      {needs.map((need) => (
        <Notice key={`${need.kind}${need.numbers}`} tone="warning" title={need.words[language]}>
          <Reasons of={need.reasons} />
        </Notice>
      ))}
      <RosterAgreement contractId={contractId} />
      {!draft && (
        <div className="mt-5">
          {can.startDraft === true && (
            <button
              type="button"
              className={isWaiting ? 'button button-outline' : 'button'}
              disabled={start.isPending}
              onClick={() => start.mutate()}
            >
              {document.versions.length === 0
                ? t('記録から下書きを作る', 'Compose a draft from the records')
                : t('変更案を作る', 'Make a change proposal')}
            </button>
          )}
          {recordDiffers.length > 0 && (
            <p className="mt-2">
              {labelled(
                t('遵守の方法の記録が、有効な版と違う事項', 'Items whose recorded method differs'),
                listed(
                  recordDiffers.map((number) => `${number})`),
                  t,
                ),
                t,
              )}
            </p>
          )}
          <ProblemNotice error={start.error} />
        </div>
      )}
      {draft && <DraftEditor contractId={contractId} document={document} draft={draft} />}
      <Versions contractId={contractId} document={document} />
    </>
  );
}
