import { useState } from 'react';
import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { RosterPersonDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { TextAreaField } from '../../ui/Field';
import { ErasureResult } from '../organisations/Erasure';

/** Erases what is personal of somebody on the roster, and says what stays by law. */
export function EraseOnRoster({
  contractId,
  document,
  person,
}: {
  contractId: string;
  document: ConfirmationDocument;
  person: RosterPersonDetails;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const draft = useFormDraft(`roster-erasure/${contractId}/${person.id}`, '', (reason) => reason.trim() !== '');
  const erase = useAct(
    () =>
      call(api.erasePersonOnRoster, {
        path: { contractId, personId: person.id },
        body: { reason: draft.value },
        version: document.version,
      }),
    draft.forget,
  );
  const isOffered = may(document.can.erasePersonOnRoster) && !person.erased && !person.hasAccount;
  if (!isOffered && !erase.data) return null;
  const title = t(`${person.name}さんの個人情報の消去`, `Erase what is personal of ${person.name}`);
  return (
    <>
      <button type="button" className="button button-text button-small" onClick={() => setOpen(true)}>
        {t('消去', 'Erase')}
        <span className="sr-only"> {person.name}</span>
      </button>
      {isOpen && !erase.data && (
        <ActDialog
          title={title}
          act={erase}
          confirm={t('消去する', 'Erase')}
          isDangerous
          draft={draft}
          onClose={() => setOpen(false)}
        >
          <p>
            {t(
              '氏名などの値を消し、「消去済み」と表示します。元には戻せません。提出済みの書類のファイルは保存期間の間残ります。',
              'Name and other values go for ever and read as erased. Files of what was handed in stay for their term.',
            )}
          </p>
          <TextAreaField
            label={t('理由', 'Reason')}
            required
            value={draft.value}
            onChange={(event) => draft.set(event.target.value)}
          />
        </ActDialog>
      )}
      {erase.data && isOpen && <ErasureResult erased={erase.data} onClose={() => setOpen(false)} />}
    </>
  );
}
