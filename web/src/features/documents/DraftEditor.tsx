import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post, put, remove } from '../../api/client';
import { type ConfirmationDocument, documentQuery, readDocument } from '../../api/documents';
import { noteWrite } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useLanguage, useText } from '../../i18n/language';
import { api } from '../../paths';
import type { Part, StreamSaver } from '../../saving/StreamSaver';
import { usePart, useSaver } from '../../saving/useSaver';
import { TextAreaField } from '../../ui/Field';
import { FileLink } from '../../ui/FileLink';
import { FormButtons } from '../../ui/FormDialog';
import { ProblemNotice } from '../../ui/Notice';
import { SaveMark } from '../../ui/SaveMark';
import { WhyNot } from '../../ui/Words';
import { DocumentDiffView } from './DocumentDiffView';
import { Methods } from './Methods';
import { Papers } from './Papers';
import { People } from './People';

type Draft = NonNullable<ConfirmationDocument['draft']>;
export type DocumentSaver = StreamSaver<ConfirmationDocument>;
type Organization = Pick<Draft, 'structure' | 'places' | 'capitalAndDirectors'>;

const organizationPart = (contractId: string): Part<ConfirmationDocument, Organization> => ({
  read: ({ draft }) => ({
    structure: draft?.structure ?? '',
    places: draft?.places ?? '',
    capitalAndDirectors: draft?.capitalAndDirectors ?? '',
  }),
  isComplete: () => true,
  write: async ({ structure, places, capitalAndDirectors }, version) =>
    noteWrite(
      await put(
        api.documentOrganization(contractId),
        {
          structure: structure?.trim() || null,
          places: places?.trim() || null,
          capitalAndDirectors: capitalAndDirectors?.trim() || null,
        },
        version,
      ),
    ),
});

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
  const { queryKey } = documentQuery(contractId);
  const load = async () => {
    const fresh = await readDocument(contractId);
    queryClient.setQueryData(queryKey, fresh);
    return fresh;
  };
  const saver = useSaver<ConfirmationDocument>(
    `confirmation-document/${contractId}`,
    document,
    load,
    () => void load().catch(() => {}),
  );
  const isEdited = document.can.edit === true;
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
              href={api.documentDraftFile(contractId, format)}
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
      <h3 id="parts" className="heading-3 mt-8">
        {t('再委託先の分', "Subcontractors' parts")}
      </h3>
      {draft.parts.length === 0 ? (
        <p>{t('再委託先の記録はありません。', 'No subcontractor is recorded.')}</p>
      ) : (
        draft.parts.map((part) => (
          <details key={part.partId} className="border-solid-gray-300 border-b py-2">
            <summary className="cursor-pointer font-700">
              {part.subcontractorName}（{part.rows.filter(({ method }) => method).length}/{part.rows.length}）
            </summary>
            {part.rows.map((row) => (
              <p key={row.number} className="pre ml-4">
                <strong>{row.number})</strong> {row.method ?? t('未記入', 'not written')}
              </p>
            ))}
          </details>
        ))
      )}
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

function OrganizationFields({
  contractId,
  saver,
  isEdited,
}: {
  contractId: string;
  saver: DocumentSaver;
  isEdited: boolean;
}) {
  const { t, language } = useLanguage();
  const { value, state, problem } = usePart(saver, 'organization', organizationPart(contractId));
  const area = (key: keyof Organization, label: string, hint: string) => (
    <TextAreaField
      label={label}
      hint={hint}
      readOnly={!isEdited}
      value={value[key] ?? ''}
      onChange={(event) => saver.type('organization', { ...value, [key]: event.target.value })}
      onBlur={() => saver.leave('organization')}
    />
  );
  return (
    <div id="organization" className="mt-4 grid gap-4">
      <h3 className="heading-3">{t('情報セキュリティを確保するための体制', 'Security organisation')}</h3>
      {area(
        'structure',
        t('体制の説明', 'Structure'),
        t('責任者から従事者までの指揮と連絡の流れ', 'Who leads and who reports to whom'),
      )}
      {area('places', t('実施場所', 'Places of work'), t('事項4)：情報を扱う場所', 'Item 4)'))}
      {area(
        'capitalAndDirectors',
        t('資本関係・役員', 'Capital ties and directors'),
        t('事項4)：資本関係及び役員等の情報', 'Item 4)'),
      )}
      {problem && <p className="text-error-2">{problem.messages[language]}</p>}
      <SaveMark state={state} />
    </div>
  );
}

function Presenting({
  contractId,
  document,
  isBusy,
}: {
  contractId: string;
  document: ConfirmationDocument;
  isBusy: boolean;
}) {
  const t = useText();
  const { can, draft, firstWord, changeWord } = document;
  const isChange = document.versions.some(({ state }) => state === 'AGREED');
  const word = isChange ? changeWord : firstWord;
  const [isSure, setSure] = useState(false);
  const touched = [['contract', contractId]];
  const discard = useAct(() => remove(api.documentDraft(contractId), document.version), touched);
  if (!draft) return null;
  const label = isChange
    ? t(`変更案を提出し、${word}をお願いする`, `Hand in the proposal and ask for ${word}`)
    : t(`提示して、${word}をお願いする`, `Present it and ask for ${word}`);
  return (
    <div className="mt-8 border-solid-gray-420 border-t pt-4">
      <WhyNot can={can.present} />
      <div className="flex flex-wrap items-center gap-2">
        <FormButtons
          contractId={contractId}
          touched={touched}
          forms={[
            {
              label,
              isOffered: can.present === true && !isBusy,
              weight: 'main' as const,
              form: {
                title: label,
                confirm: label,
                above: t(
                  '内容をこの版として固定し、Word と PDF を作ります。固定した版は変わりません。',
                  'The content is frozen as this version, with its Word and PDF files.',
                ),
                fields: isChange
                  ? [
                      {
                        name: 'effectiveFrom',
                        label: t('いつから（予定）', 'In force from (planned)'),
                        kind: 'date' as const,
                      },
                    ]
                  : [],
                send: (body) => post(api.documentVersions(contractId), body, document.version),
                after: () => scrollTo({ top: 0 }),
              },
            },
          ]}
        />
        {can.discardDraft === true &&
          (isSure ? (
            <>
              <button
                type="button"
                className="button button-danger"
                disabled={discard.isPending}
                onClick={() => discard.mutate()}
              >
                {t('下書きを破棄する', 'Discard the draft')}
              </button>
              <button type="button" className="button button-outline" onClick={() => setSure(false)}>
                {t('やめる', 'Cancel')}
              </button>
            </>
          ) : (
            <button type="button" className="button button-text" onClick={() => setSure(true)}>
              {t('下書きを破棄', 'Discard')}
            </button>
          ))}
      </div>
      <ProblemNotice error={discard.error} />
    </div>
  );
}
