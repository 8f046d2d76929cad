import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { put } from '../../api/client';
import { noteWrite } from '../../api/queries';
import type { ContractDetails, Officer } from '../../api/types';
import { formatDate, today } from '../../i18n/dates';
import { type Text, useLanguage, useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { SelectField, TextField } from '../../ui/Field';

const postName = (post: Officer['post'], t: Text) => (post === 'PRIMARY' ? t('主', 'Primary') : t('副', 'Deputy'));

/** The officers in charge today, and those who take over on a day to come. */
export function Officers({ contract }: { contract: ContractDetails }) {
  const { t, language } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const coming = contract.officerLists.filter((list) => list.from > today());
  return (
    <section className="mt-10">
      <h2 className="heading-2 mb-2">{t('担当職員', 'Officers in charge')}</h2>
      {contract.officers.length === 0 ? (
        <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>
      ) : (
        <OfficerRows officers={contract.officers} />
      )}
      {coming.map((list) => (
        <div key={list.from} className="mt-4">
          <h3 className="font-700">
            {t(`${formatDate(list.from, language)}から`, `From ${formatDate(list.from, language)}`)}
          </h3>
          <OfficerRows officers={list.officers} />
        </div>
      ))}
      {contract.can.correct === true && (
        <button type="button" className="button button-outline button-small mt-4" onClick={() => setIsOpen(true)}>
          {t('担当職員を記録', 'Record the officers')}
        </button>
      )}
      {isOpen && <OfficersDialog contract={contract} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function OfficerRows({ officers }: { officers: Officer[] }) {
  const { t, language } = useLanguage();
  return (
    <ul className="border-solid-gray-300 border-t">
      {officers.map((officer) => (
        <li
          key={`${officer.post} ${officer.name} ${officer.from}`}
          className="flex flex-wrap gap-x-4 border-solid-gray-300 border-b py-2"
        >
          <span className="font-700">
            {postName(officer.post, t)}　{officer.name}
          </span>
          {officer.mail && (
            <a className="link" href={`mailto:${officer.mail}`}>
              {officer.mail}
            </a>
          )}
          {officer.telephone && <span>{officer.telephone}</span>}
          <span className="text-[0.875rem] text-solid-gray-700">
            {t(`${formatDate(officer.from, language)}から担当`, `since ${formatDate(officer.from, language)}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Entered = { key: number; post: Officer['post']; name: string; mail: string; telephone: string; from: string };

const blank = (key: number, post: Officer['post']): Entered => ({
  key,
  post,
  name: '',
  mail: '',
  telephone: '',
  from: '',
});

function OfficersDialog({ contract, onClose }: { contract: ContractDetails; onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(today);
  const [officers, setOfficers] = useState<Entered[]>(() =>
    contract.officers.length === 0
      ? [blank(0, 'PRIMARY')]
      : contract.officers.map((officer, key) => ({
          ...officer,
          key,
          mail: officer.mail ?? '',
          telephone: officer.telephone ?? '',
        })),
  );
  const mutation = useMutation({
    mutationFn: () =>
      put(
        api.officers(contract.id),
        {
          officers: officers.map(({ key, ...officer }) => ({ ...officer, from: officer.from || null })),
          from,
        },
        contract.version,
      ),
    onSuccess: async (written) => {
      noteWrite(written);
      await queryClient.invalidateQueries({ queryKey: ['contract', contract.id] });
      onClose();
    },
  });
  const change = (key: number, changes: Partial<Entered>) =>
    setOfficers(officers.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  return (
    <ActDialog title={t('担当職員の記録', 'Record the officers')} act={mutation} onClose={onClose}>
      <p className="hint">
        {t(
          'この日からの担当職員を、残る方も含めて全員入力してください。前の担当は履歴に残ります。',
          'Name everyone in charge from this day on, those who stay included. Earlier officers stay in the history.',
        )}
      </p>
      <TextField
        label={t('この日から', 'From')}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      {officers.map((officer, index) => (
        <fieldset key={officer.key} className="grid gap-3 rounded-8 border border-solid-gray-300 p-3 sm:grid-cols-2">
          <legend className="px-1 font-700">{t(`${index + 1}人目`, `Officer ${index + 1}`)}</legend>
          <SelectField
            label={t('主・副', 'Post')}
            value={officer.post}
            onChange={(event) => change(officer.key, { post: event.target.value as Officer['post'] })}
          >
            <option value="PRIMARY">{postName('PRIMARY', t)}</option>
            <option value="DEPUTY">{postName('DEPUTY', t)}</option>
          </SelectField>
          <TextField
            label={t('氏名', 'Name')}
            required
            value={officer.name}
            onChange={(event) => change(officer.key, { name: event.target.value })}
          />
          <TextField
            label={t('メールアドレス', 'Mail')}
            value={officer.mail}
            onChange={(event) => change(officer.key, { mail: event.target.value })}
          />
          <TextField
            label={t('電話', 'Telephone')}
            value={officer.telephone}
            onChange={(event) => change(officer.key, { telephone: event.target.value })}
          />
          <TextField
            label={t('担当の開始日', 'In charge since')}
            type="date"
            value={officer.from}
            onChange={(event) => change(officer.key, { from: event.target.value })}
          />
          {officers.length > 1 && (
            <button
              type="button"
              className="button button-text button-small self-end justify-self-end"
              onClick={() => setOfficers(officers.filter((one) => one.key !== officer.key))}
            >
              {t('この方を外す', 'Remove')}
            </button>
          )}
        </fieldset>
      ))}
      <button
        type="button"
        className="button button-outline button-small justify-self-start"
        onClick={() => setOfficers([...officers, blank(Math.max(...officers.map(({ key }) => key)) + 1, 'DEPUTY')])}
      >
        {t('担当職員を加える', 'Add an officer')}
      </button>
    </ActDialog>
  );
}
