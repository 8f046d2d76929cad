import { useState } from 'react';
import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { DocumentContentDetails, PaperDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { AttachFiles, FileLinks } from '../../ui/Files';
import { ProblemNotice } from '../../ui/Notice';

type Edited = Omit<PaperDetails, 'id'> & { id?: string };

/** The papers that go with it: what the edition asks for is offered by name. */
export function Papers({
  contractId,
  document,
  draft,
  isEdited,
}: {
  contractId: string;
  document: ConfirmationDocument;
  draft: DocumentContentDetails;
  isEdited: boolean;
}) {
  const t = useText();
  const [open, setOpen] = useState<Edited | null>(null);
  const save = useAct(
    (papers: Edited[]) =>
      call(api.changeDocumentPapers, {
        path: { contractId },
        body: {
          papers: papers.map(({ id, subject, number, files }) => ({
            id,
            subject,
            number,
            fileIds: files.map((file) => file.id),
          })),
        },
        version: document.version,
      }),
    () => setOpen(null),
  );
  const send = save.mutate;
  const missing = document.suggestedPapers.filter(
    (one) => !draft.papers.some(({ subject }) => subject === one.subject),
  );
  return (
    <div id="papers" className="mt-8">
      <h3 className="heading-3">{t('添える書類', 'Papers')}</h3>
      <ul className="border-solid-gray-300 border-t">
        {draft.papers.map((paper) => (
          <li key={paper.id} className="flex flex-wrap justify-between gap-2 border-solid-gray-300 border-b py-2">
            <div>
              <p className="font-700">
                {paper.number !== null && `${paper.number}) `}
                {paper.subject}
              </p>
              {paper.files.length > 0 ? (
                <FileLinks files={paper.files} />
              ) : (
                <p className="hint">{t('ファイルはまだありません。', 'No file yet.')}</p>
              )}
            </div>
            {isEdited && (
              <span className="flex gap-1">
                <button type="button" className="button button-text button-small" onClick={() => setOpen(paper)}>
                  {t('直す', 'Change')}
                  <span className="sr-only"> {paper.subject}</span>
                </button>
                <button
                  type="button"
                  className="button button-text button-small"
                  onClick={() => send(draft.papers.filter(({ id }) => id !== paper.id))}
                >
                  {t('外す', 'Remove')}
                  <span className="sr-only"> {paper.subject}</span>
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {isEdited && (
        <div className="mt-3 flex flex-wrap gap-2">
          {missing.map(({ subject, number, sentence }) => (
            <button
              key={`${subject}${number}`}
              type="button"
              title={sentence}
              className="button button-outline button-small"
              onClick={() => setOpen({ subject, number, files: [] })}
            >
              ＋ {number !== null && `${number}) `}
              {subject}
            </button>
          ))}
          <button
            type="button"
            className="button button-outline button-small"
            onClick={() => setOpen({ subject: '', number: null, files: [] })}
          >
            ＋ {t('その他の書類', 'Another paper')}
          </button>
        </div>
      )}
      <ProblemNotice error={open ? null : save.error} />
      {open && (
        <ActDialog
          title={t('添える書類', 'Paper')}
          act={{
            error: save.error,
            isPending: save.isPending,
            mutate: () => send([...draft.papers.filter(({ id }) => id !== open.id), open]),
          }}
          confirm={t('下書きに入れる', 'Put into the draft')}
          onClose={() => setOpen(null)}
        >
          <TextField
            label={t('書類の名前', 'Name')}
            required
            value={open.subject}
            onChange={(event) => setOpen({ ...open, subject: event.target.value })}
          />
          <AttachFiles
            contractId={contractId}
            label={t('ファイル', 'Files')}
            files={open.files}
            onChange={(files) => setOpen({ ...open, files })}
          />
        </ActDialog>
      )}
    </div>
  );
}
