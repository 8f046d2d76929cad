import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { may } from '../../ui/can';
import { ProblemNotice } from '../../ui/Notice';

/** What the 再委託先 wrote of their own part; taken from their records when one says so. */
export function SubcontractorParts({
  contractId,
  document,
  draft,
}: {
  contractId: string;
  document: ConfirmationDocument;
  draft: NonNullable<ConfirmationDocument['draft']>;
}) {
  const t = useText();
  const take = useAct(() => call(api.takeOverDocumentParts, { path: { contractId }, version: document.version }));
  const isBehind = draft.checks.some(({ code }) => code === 'parts-differ');
  return (
    <div id="parts" className="mt-8">
      <h3 className="heading-3">{t('再委託先の分', "Subcontractors' parts")}</h3>
      {draft.parts.length === 0 && (
        <p>{t('再委託先の分はまだ入っていません。', 'There is no part of a subcontractor in it.')}</p>
      )}
      {draft.parts.map((part) => (
        <details key={part.partId} className="border-solid-gray-300 border-b py-2">
          <summary className="cursor-pointer font-700">
            {part.subcontractorName}
            {inBrackets(`${part.rows.filter(({ method }) => method).length}/${part.rows.length}`, t)}
          </summary>
          {part.rows.map((row) => (
            <p key={row.number} className="pre ml-4">
              <strong>{row.number})</strong> {row.method ?? t('未記入', 'not written')}
            </p>
          ))}
        </details>
      ))}
      {isBehind && may(document.can.changeDocumentMethod) && (
        <button
          type="button"
          className="button button-outline button-small mt-3"
          disabled={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('再委託先の記録を取り込む', 'Take their records over')}
        </button>
      )}
      <ProblemNotice error={take.error} />
    </div>
  );
}
