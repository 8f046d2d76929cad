import { useQuery } from '@tanstack/react-query';
import type { ContractDetails } from '../../api/generated/types.gen';
import { editionNamesQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { SelectField, TextAreaField, TextField } from '../../ui/Field';
import { SectionSelect, useSections } from '../organisations/SectionSelect';
import { acts, type ContractAct, type Values } from './contractActs';

export function ContractActDialog({
  act,
  contract,
  onClose,
}: {
  act: ContractAct;
  contract: ContractDetails;
  onClose: () => void;
}) {
  const t = useText();
  const editions = useQuery(editionNamesQuery);
  const choosable = (editions.data ?? []).filter(
    ({ code, can }) => may(can.registerContract) || code === contract.editionCode,
  );
  const sections = useSections();
  // Only what was typed is kept: what nobody touched is as the contract says now.
  const draft = useFormDraft<Values>(`contract/${contract.id}/${act}`, {}, (typed) => Object.keys(typed).length > 0);
  const values: Values = { ...acts[act].start(contract), ...draft.value };
  const set = (typed: Values) => draft.set({ ...draft.value, ...typed });
  const mutation = useAct(
    () => acts[act].send(contract, values as never),
    () => {
      draft.forget();
      onClose();
    },
  );
  const text = (key: string, label: string, type: 'text' | 'date' = 'text', isRequired = true) => (
    <TextField
      label={label}
      type={type}
      required={isRequired}
      value={values[key] ?? ''}
      onChange={(event) => set({ [key]: event.target.value })}
    />
  );
  const reason = (
    <TextAreaField
      label={t('理由', 'Reason')}
      required
      value={values.reason ?? ''}
      onChange={(event) => set({ reason: event.target.value })}
    />
  );
  const parties = (
    <details className="rounded-8 border border-solid-gray-300 px-4 py-3">
      <summary className="cursor-pointer font-700">
        {t('受注者・担当課室も変わる', 'Contractor or section changes too')}
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {text('contractorName', t('受注者の名称', 'Contractor'))}
        {text('address', t('住所', 'Address'))}
        {text('representativeTitle', t('代表者の役職', "Representative's title"), 'text', false)}
        {text('representativeName', t('代表者氏名', 'Representative'))}
        {text('corporateNumber', t('法人番号（任意）', 'Corporate number (optional)'), 'text', false)}
        <SectionSelect
          sections={sections}
          value={values.sectionId || null}
          className="sm:col-span-2"
          onChange={(choice) => set({ ...(choice ?? { officeId: '', sectionId: '' }) })}
        />
        {!values.sectionId && (
          <>
            {text('officeName', t('発注する省・局', 'Ministry office'), 'text', false)}
            {text('sectionName', t('担当課室の名称', 'Name of the section'))}
          </>
        )}
        {text(
          'sectionMail',
          t('担当課室の共有メールアドレス（任意）', "Section's shared email address (optional)"),
          'text',
          false,
        )}
      </div>
    </details>
  );
  const titles: Record<ContractAct, string> = {
    signing: t('契約締結の記録', 'Record the signing'),
    amendment: t('変更契約の記録', 'Record an amendment'),
    correction: t('訂正', 'Correct an error'),
    addressee: t('宛先の変更', 'Change the addressee'),
    norms: t('規程等の版', 'Norms'),
    termination: t('契約解除の記録', 'Record the termination'),
  };
  return (
    <ActDialog title={titles[act]} act={mutation} draft={draft} onClose={onClose} isDangerous={act === 'termination'}>
      {act === 'signing' && (
        <>
          {text('signedOn', t('契約締結日', 'Signed on'), 'date')}
          {text('effectiveNorm', t('締結時に有効な規程等の版', 'Norm in force at signing'), 'text', false)}
        </>
      )}
      {act === 'amendment' && (
        <>
          <p className="hint">
            {t(
              '変わるものだけを書き換えてください。別紙の契約締結日は最初のもののままです。',
              'Edit only what has changed. The signing date on the form remains the original one.',
            )}
          </p>
          {text('agreedOn', t('変更契約の日', 'Agreed on'), 'date')}
          {reason}
          {text('name', t('契約件名', 'Name'))}
          <div className="grid gap-3 sm:grid-cols-2">
            {text('startsOn', t('期間の始め', 'Starts on'), 'date')}
            {text('endsOn', t('期間の終わり', 'Ends on'), 'date')}
          </div>
          <SelectField
            label={t('別記の版', 'Edition')}
            value={values.editionCode}
            onChange={(event) => set({ editionCode: event.target.value })}
          >
            {choosable.map((edition) => (
              <option key={edition.code} value={edition.code}>
                {edition.code} {edition.name}
              </option>
            ))}
          </SelectField>
          {parties}
        </>
      )}
      {act === 'correction' && (
        <>
          <p className="hint">
            {t(
              '入力の誤りを直します。元の値と理由は履歴に残ります。',
              'Corrects an error of entry. The old value and the reason stay in the history.',
            )}
          </p>
          {reason}
          {text('name', t('契約件名', 'Name'))}
          {contract.signedOn && text('signedOn', t('契約締結日', 'Signed on'), 'date')}
          <div className="grid gap-3 sm:grid-cols-2">
            {text('startsOn', t('期間の始め', 'Starts on'), 'date')}
            {text('endsOn', t('期間の終わり', 'Ends on'), 'date')}
          </div>
          {parties}
        </>
      )}
      {act === 'addressee' && (
        <>
          {text('addressee', t('宛先', 'Addressee'))}
          {text('from', t('この日から', 'From'), 'date')}
        </>
      )}
      {act === 'norms' && (
        <>
          {text('namedNorm', t('別記に書かれた版', 'Named in the annex'))}
          {text('effectiveNorm', t('契約締結時に有効な版', 'In force at signing'), 'text', false)}
        </>
      )}
      {act === 'termination' && (
        <>
          <TerminationEffect />
          {text('terminatedOn', t('契約解除の日', 'Terminated on'), 'date')}
          {reason}
        </>
      )}
    </ActDialog>
  );
}

function TerminationEffect() {
  const t = useText();
  return (
    <p className="text-[0.9375rem]">
      {t(
        '契約解除を記録すると、8) の返却・廃棄・消去がすぐに始まります。この記録は取り消せません。',
        'Recording the termination starts the return and erasure of item 8) at once. It cannot be undone.',
      )}
    </p>
  );
}
