import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { call } from '../../api/client';
import { type ConfirmationDocument, documentQuery } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { labelled, listed } from '../../i18n/punctuation';
import { May } from '../../ui/can';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice, Reasons } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { useOpening } from '../authority-acts/useOpening';
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
  useTitleIn(id, t('確認書類', 'Confirmation document'));
  return (
    <div className="page">
      <ReadingBar reading={reading} />
      <h1 className="heading-1">{t('確認書類', 'Confirmation document')}</h1>
      <Loaded query={document}>{(data) => <DocumentOf contractId={id} document={data} />}</Loaded>
    </div>
  );
}

function DocumentOf({ contractId, document }: { contractId: string; document: ConfirmationDocument }) {
  const { t, language } = useLanguage();
  const { inForce, draft, needs, can, recordDiffers, corrections } = document;
  useOpening(api.openConfirmationDocument, corrections.length === 0, {
    path: { contractId },
    version: document.version,
  });
  const isWaiting = document.versions[0]?.state === 'PRESENTED';
  const start = useAct(() => call(api.startDocumentDraft, { path: { contractId }, version: document.version }));
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
          {!draft && (
            <May can={can.startDocumentDraft} what={t('下書きの作成', 'Starting a draft')}>
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
            </May>
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
