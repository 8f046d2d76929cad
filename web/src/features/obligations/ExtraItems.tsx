import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractDetails, ExtraItem } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { Field, TextArea, TextField } from '../../ui/Field';

/** Items beyond the annex and the 相談 behind each (記載要領 2); their status is recorded in the form above. */
export function ExtraItems({ contract }: { contract: ContractDetails }) {
  const { t, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const mayAdd = may(contract.can.addExtraItem);
  if (contract.extraItems.length === 0 && !mayAdd) return null;
  return (
    <section className="mt-8">
      <h2 className="heading-2">{t('追加した項目', 'Added items')}</h2>
      {contract.extraItems.length === 0 && (
        <p className="hint mt-1">
          {t(
            '担当職員との相談により、別記にない項目を報告に加えるときに使います。',
            'For items beyond the annex that were agreed with the officer.',
          )}
        </p>
      )}
      <ul>
        {contract.extraItems.map(({ number, text, consultation }) => (
          <li key={number} className="border-solid-gray-300 border-b py-3">
            <p className="pre">
              <strong className="mr-2 font-700">{t(`追加${number - 100}`, `Added ${number - 100}`)}</strong>
              {text}
            </p>
            <p className="mt-1 text-[0.875rem] text-solid-gray-700">
              {t('相談：', 'Consulted: ')}
              <time dateTime={consultation.consultedOn}>{formatDate(consultation.consultedOn, language)}</time>{' '}
              {consultation.with}　{consultation.outcome}
            </p>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <button type="button" className="button button-outline button-small mt-3" onClick={() => setOpen(true)}>
          {t('項目を追加する', 'Add an item')}
        </button>
      )}
      {isOpen && <AddItemDialog contract={contract} onClose={() => setOpen(false)} />}
    </section>
  );
}

type Fields = Pick<ExtraItem, 'text'> & ExtraItem['consultation'];

function AddItemDialog({ contract, onClose }: { contract: ContractDetails; onClose: () => void }) {
  const t = useText();
  const draft = useFormDraft<Fields>(
    `contract/${contract.id}/extra-item`,
    { text: '', consultedOn: today(), with: '', outcome: '' },
    ({ text, outcome }) => `${text}${outcome}`.trim() !== '',
  );
  const fields = draft.value;
  const adding = useAct(
    () => {
      const { text, ...consultation } = fields;
      return call(api.addExtraItem, {
        path: { id: contract.id },
        body: { text, consultation },
        version: contract.version,
      });
    },
    () => {
      draft.forget();
      onClose();
    },
  );
  const long = (key: 'text' | 'outcome', label: string, hint?: string) => (
    <Field label={label} hint={hint} required>
      {(attributes) => (
        <TextArea
          {...attributes}
          maxLength={4000}
          value={fields[key]}
          onChange={(event) => draft.set({ ...fields, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const line = (key: 'consultedOn' | 'with', label: string, more: { type?: string; hint?: string }) => (
    <TextField
      label={label}
      required
      value={fields[key]}
      onChange={(event) => draft.set({ ...fields, [key]: event.target.value })}
      {...more}
    />
  );
  return (
    <ActDialog
      title={t('項目の追加', 'Add an item')}
      act={adding}
      draft={draft}
      onClose={onClose}
      confirm={t('追加する', 'Add')}
    >
      {long('text', t('確認事項', 'What the row says'))}
      {line('consultedOn', t('相談した日', 'Consulted on'), { type: 'date' })}
      {line('with', t('相談の相手', 'Consulted with'), {
        hint: t('課室と職名でお書きください。例：流通課 課長補佐', 'Section and post rather than a name'),
      })}
      {long('outcome', t('相談の結果', 'Outcome'))}
    </ActDialog>
  );
}
