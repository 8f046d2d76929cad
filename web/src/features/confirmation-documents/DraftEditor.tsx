import { useQueryClient } from '@tanstack/react-query';
import { type ConfirmationDocument, withDraft } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { refresh } from '../../api/query';
import { useLanguage } from '../../i18n/language';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSaver } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { FileLink } from '../../ui/FileLink';
import { DocumentDiffView } from '../changes/DocumentDiffView';
import { Methods } from './Methods';
import { OrganizationFields } from './Organization';
import { Papers } from './Papers';
import { People } from './People';
import { Presenting } from './Presenting';
import { SubcontractorParts } from './SubcontractorParts';

type Draft = NonNullable<ConfirmationDocument['draft']>;
export type DocumentSaver = StreamSaver<ConfirmationDocument>;

/** The draft's parts one under the other; what is typed saves itself. */
export function DraftEditor({
  contractId,
  document,
  draft,
}: {
  contractId: string;
  document: ConfirmationDocument;
  draft: Draft;
}) {
  const { t, language } = useLanguage();
  const queryClient = useQueryClient();
  const load = async () => withDraft(await refresh(queryClient, api.getConfirmationDocument, { path: { contractId } }));
  const saver = useSaver<ConfirmationDocument>(
    `confirmation-document/${contractId}`,
    document,
    load,
    () => void load().catch(() => {}),
  );
  const isEdited = may(document.can.changeDocumentMethod);
  return (
    <section className="mt-8 rounded-12 border-2 border-key-900 p-4 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="heading-2">
          {draft.basedOn === null
            ? t('下書き（最初の版）', 'Draft (first version)')
            : t(`変更案（第${draft.basedOn}版から）`, `Change proposal (from version ${draft.basedOn})`)}
        </h2>
        <p className="flex gap-3">
          {(['docx', 'pdf'] as const).map((format) => (
            <FileLink
              key={format}
              className="button button-outline button-small"
              href={addressOf(api.getDraftDocumentFile, { path: { contractId, extension: format } })}
            >
              {format === 'docx' ? 'Word' : 'PDF'}
            </FileLink>
          ))}
        </p>
      </div>
      <p className="hint">{document.layoutNote[language]}</p>
      <Missing draft={draft} />
      <nav aria-label={t('下書きの中', 'In the draft')} className="my-4 flex flex-wrap gap-x-5 gap-y-1">
        {[
          ['organization', t('体制', 'Organisation')],
          ['people', t('従事者など', 'People')],
          ['methods', t('遵守の方法', 'Methods')],
          ['papers', t('書類', 'Papers')],
          ['parts', t('再委託先の分', "Subcontractors' parts")],
          ...(draft.changedSince ? [['changes', t('変わるところ', 'What changes')]] : []),
        ].map(([id, label]) => (
          <a key={id} className="link" href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <OrganizationFields contractId={contractId} saver={saver} isEdited={isEdited} />
      <People contractId={contractId} document={document} draft={draft} isEdited={isEdited} />
      <Methods contractId={contractId} document={document} draft={draft} saver={saver} isEdited={isEdited} />
      <Papers contractId={contractId} document={document} draft={draft} isEdited={isEdited} />
      <SubcontractorParts contractId={contractId} document={document} draft={draft} />
      {draft.changedSince && (
        <div id="changes" className="mt-8">
          <h3 className="heading-3 mb-2">{t('変わるところ', 'What changes')}</h3>
          <DocumentDiffView diff={draft.changedSince} />
        </div>
      )}
      <Presenting contractId={contractId} document={document} isBusy={saver.hasUnsent} />
    </section>
  );
}

/** What still has to be written before it can be presented. */
function Missing({ draft }: { draft: Draft }) {
  const { t, language } = useLanguage();
  const blocking = draft.checks.filter(({ severity }) => severity === 'BLOCKING');
  if (draft.checks.length === 0) return null;
  return (
    <details className="mt-3 rounded-8 border border-solid-gray-420 p-3" open={draft.checks.length < 6}>
      <summary className="cursor-pointer font-700">
        {blocking.length === 0
          ? t('提示に足りないものはありません', 'Nothing is missing')
          : t(`提示までに書くところ ${blocking.length}件`, `${blocking.length} to write before presenting`)}
      </summary>
      <ul className="list-disc pl-6">
        {draft.checks.map((check) => (
          <li key={`${check.code}${check.number}${check.personId}`}>
            {check.number ? (
              <a className="link" href={`#method-${check.number}`}>
                {check.messages[language]}
              </a>
            ) : (
              check.messages[language]
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
