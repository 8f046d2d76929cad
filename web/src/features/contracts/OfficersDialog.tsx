import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { Candidate, ContractDetails, OfficerDetails } from '../../api/generated/types.gen';
import { candidatesQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { type Text, useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { SelectField, TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';

export const postName = (post: OfficerDetails['post'], t: Text) =>
  post === 'PRIMARY' ? t('主', 'Primary') : t('副', 'Deputy');

interface Entered {
  key: number;
  post: OfficerDetails['post'];
  /** Empty for somebody without an account, or whom the other side knows. */
  personId: string;
  name: string;
  mail: string;
  telephone: string;
  from: string;
}

const entered = (officer: Partial<OfficerDetails>, key: number): Entered => ({
  key,
  post: officer.post ?? 'DEPUTY',
  personId: officer.personId ?? '',
  name: officer.name ?? '',
  mail: officer.mail ?? '',
  telephone: officer.telephone ?? '',
  from: officer.from ?? '',
});

const firstOf = ({ officers }: ContractDetails): Entered[] =>
  officers.length === 0 ? [entered({ post: 'PRIMARY' }, 0)] : officers.map(entered);

/** All 担当職員 from a day on. The ministry chooses among its own people; anybody can be entered by name. */
export function OfficersDialog({ contract, onClose }: { contract: ContractDetails; onClose: () => void }) {
  const t = useText();
  const candidates = useQuery(candidatesQuery(contract.id));
  const [from, setFrom] = useState(today);
  const [officers, setOfficers] = useState(() => firstOf(contract));
  const act = useAct(
    () =>
      call(api.changeOfficers, {
        path: { id: contract.id },
        body: {
          officers: officers.map(({ key, ...officer }) => ({
            ...officer,
            personId: officer.personId || null,
            from: officer.from || null,
          })),
          from,
        },
        version: contract.version,
      }),
    onClose,
  );
  const change = (key: number, changes: Partial<Entered>) =>
    setOfficers(officers.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  return (
    <ActDialog title={t('担当職員の記録', 'Record the officers in charge')} act={act} onClose={onClose}>
      <p className="hint">
        {t(
          '指定した日からの担当職員を、引き続き担当する方も含めて、全員入力してください。前の担当職員は履歴に残ります。',
          'Name everyone in charge from the day below, including those who stay. Earlier officers remain in the history.',
        )}
      </p>
      <TextField
        label={t('この日から', 'From')}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Loaded query={candidates}>
        {({ officers: people }) =>
          officers.map((officer, index) => (
            <OfficerFields
              key={officer.key}
              legend={t(`${index + 1}人目`, `Officer ${index + 1}`)}
              officer={officer}
              people={people}
              onChange={(changes) => change(officer.key, changes)}
              onRemove={
                officers.length > 1 ? () => setOfficers(officers.filter((one) => one.key !== officer.key)) : undefined
              }
            />
          ))
        }
      </Loaded>
      <button
        type="button"
        className="button button-outline button-small justify-self-start"
        onClick={() => setOfficers([...officers, entered({}, Math.max(...officers.map(({ key }) => key)) + 1)])}
      >
        {t('担当職員を加える', 'Add an officer')}
      </button>
    </ActDialog>
  );
}

function OfficerFields({
  legend,
  officer,
  people,
  onChange,
  onRemove,
}: {
  legend: string;
  officer: Entered;
  people: Candidate[];
  onChange: (changes: Partial<Entered>) => void;
  onRemove?: () => void;
}) {
  const t = useText();
  const text = (
    key: 'name' | 'mail' | 'telephone' | 'from',
    label: string,
    more: { type?: string; required?: boolean },
  ) => (
    <TextField
      label={label}
      {...more}
      value={officer[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
    />
  );
  return (
    <fieldset className="grid gap-3 rounded-8 border border-solid-gray-300 p-3 sm:grid-cols-2">
      <legend className="px-1 font-700">{legend}</legend>
      {people.length > 0 && (
        <SelectField
          label={t('課室の利用者から選ぶ', 'Choose from the section')}
          className="sm:col-span-2"
          hint={t(
            '選んだ方の要対応一覧に、この契約の依頼が表示されます。',
            'Requests about this contract then appear in their inbox.',
          )}
          value={officer.personId}
          onChange={(event) => {
            const person = people.find(({ id }) => id === event.target.value);
            onChange(person ? { personId: person.id, name: person.name, mail: person.mail ?? '' } : { personId: '' });
          }}
        >
          <option value="">{t('選ばない（氏名だけを記録）', 'Nobody (record the name only)')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('主・副', 'Post')}
        value={officer.post}
        onChange={(event) => onChange({ post: event.target.value as OfficerDetails['post'] })}
      >
        {(['PRIMARY', 'DEPUTY'] as const).map((post) => (
          <option key={post} value={post}>
            {postName(post, t)}
          </option>
        ))}
      </SelectField>
      {text('name', t('氏名', 'Name'), { required: true })}
      {text('mail', t('メールアドレス（任意）', 'Email address (optional)'), { type: 'email' })}
      {text('telephone', t('電話（任意）', 'Telephone (optional)'), { type: 'tel' })}
      {text('from', t('担当の開始日（任意）', 'In charge since (optional)'), { type: 'date' })}
      {onRemove && (
        <button
          type="button"
          className="button button-text button-small self-end justify-self-end"
          aria-label={t(`${legend}：この方を外す`, `Remove: ${legend}`)}
          onClick={onRemove}
        >
          {t('この方を外す', 'Remove')}
        </button>
      )}
    </fieldset>
  );
}
