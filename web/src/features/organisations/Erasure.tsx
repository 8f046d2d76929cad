import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Erased, Person } from '../../api/access';
import { post } from '../../api/client';
import { useLanguage, useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { Field, TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useOrganisationAct } from './organisation';

/** Erases what is personal; says before what goes and what stays, and afterwards where something stayed. */
export function Erasure({
  organisationId,
  person,
  onClose,
}: {
  organisationId: string;
  person: Person;
  onClose: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  const erase = useOrganisationAct(organisationId, () => post<Erased>(api.erasure(person.id), { reason }));
  if (erase.data) return <Result erased={erase.data} onClose={onClose} />;
  return (
    <ActDialog
      title={t(`${person.name}さんの個人情報を消去する`, `Erase the personal data of ${person.name}`)}
      act={{ ...erase, isPending: erase.isPending || !isSure }}
      onClose={onClose}
      confirm={t('消去する', 'Erase')}
      isDangerous
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Sentences
          title={t('消えるもの', 'What goes')}
          list={[
            t('氏名、メールアドレスなどの個人情報', 'Name, mail address and other personal data'),
            t('サインインの情報（パスワード、パスキーなど）', 'What they sign in with: password, passkeys'),
            t('この環境での役割のすべて', 'All their roles here'),
          ]}
        />
        <Sentences
          title={t('残るもの', 'What stays')}
          list={[
            t('行った操作の記録（氏名は「消去済み」になります）', 'What they did; the name reads “erased”'),
            t(
              '確定した報告書と提出した確認書類のファイル（保存期間が終わるまで）',
              'Files of finalised reports and submitted documents, until their term ends',
            ),
            t('理由や方法として書かれた文章', 'Texts written as reasons and methods'),
          ]}
        />
      </div>
      <Field
        label={t('消去する理由', 'Why')}
        hint={t('個人の名前は書かないでください。', 'Please name no individuals.')}
        required
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-5"
          checked={isSure}
          onChange={(event) => setSure(event.target.checked)}
        />
        {t('元に戻せないことを確かめました', 'I know that it cannot be undone')}
      </label>
    </ActDialog>
  );
}

function Sentences({ title, list }: { title: string; list: string[] }) {
  return (
    <section className="rounded-8 bg-solid-gray-50 p-3">
      <h3 className="heading-3">{title}</h3>
      <ul className="list-disc pl-5 text-[0.9375rem]">
        {list.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Result({ erased, onClose }: { erased: Erased; onClose: () => void }) {
  const { t, language } = useLanguage();
  return (
    <Dialog title={t('消去しました', 'Erased')} onClose={onClose}>
      <Notice
        tone="success"
        title={t(
          `個人情報${erased.valuesErased}件を消去しました`,
          `${erased.valuesErased} personal values were erased`,
        )}
      />
      {erased.stays.length > 0 && (
        <>
          <h3 className="heading-3">{t('次のものに残っています', 'Something stays in')}</h3>
          <ul className="list-disc pl-6">
            {erased.stays.map((one) => (
              <li key={`${one.contractId} ${one.what}`}>
                <Link to="/contracts/$id" params={{ id: one.contractId }} className="link">
                  {one.contractName}
                </Link>
                {t('：', ': ')}
                {one.detail[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4 text-right">
        <button type="button" className="button" onClick={onClose}>
          {t('閉じる', 'Close')}
        </button>
      </p>
    </Dialog>
  );
}
