import { useState } from 'react';
import { post } from '../../api/client';
import type { ConfirmationDocument, RosterPerson } from '../../api/documents';
import { useAct } from '../../api/useAct';
import { type Messages, useLanguage } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { TextAreaField } from '../../ui/Field';

interface Erased {
  valuesErased: number;
  stays: { what: string; contractName: string; detail: Messages }[];
}

/** Erases what is personal of somebody on the roster, and says what stays by law. */
export function EraseOnRoster({
  contractId,
  document,
  person,
}: {
  contractId: string;
  document: ConfirmationDocument;
  person: RosterPerson;
}) {
  const { t, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const erase = useAct<Erased>(
    () => post(api.rosterErasure(contractId, person.id), { reason }, document.version),
    [['contract', contractId]],
  );
  const isOffered = document.can.erasePeople === true && !person.erased && !person.hasAccount;
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
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </ActDialog>
      )}
      {erase.data && isOpen && (
        <Dialog title={t('消去しました', 'Erased')} onClose={() => setOpen(false)}>
          <p>{t('残るもの：', 'What stays:')}</p>
          <ul className="list-disc pl-6">
            {erase.data.stays.map((one) => (
              <li key={`${one.what}${one.contractName}${one.detail.ja}`}>
                {one.contractName}：{one.detail[language]}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
