import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call, Problem } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AnnexImportDetails } from '../../api/generated/types.gen';
import { contractsQuery, editionNamesQuery, editionQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useSending } from '../../api/useAct';
import { useLanguage } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { may } from '../../ui/can';
import { SelectField, TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Restored } from '../../ui/Restored';
import { SectionSelect, useSections } from '../organisations/SectionSelect';
import { type Fields, requestOf } from './registration';

/** The contract's own facts, filled in from the document as far as it tells them. */
export function RegisterForm({ result, onRegistered }: { result: AnnexImportDetails; onRegistered: () => void }) {
  const { t, language } = useLanguage();
  const { acting } = useSession();
  const navigate = useNavigate();
  const editions = useQuery(editionNamesQuery);
  const contracts = useQuery(contractsQuery({}));
  const code = result.match.code ?? '';
  const edition = useQuery({ ...editionQuery(code), enabled: code !== '' });
  const proposed = result.proposals;
  const draft = useFormDraft<Fields>(
    // what was typed for one document is not another's
    `registration/${JSON.stringify(proposed)}`,
    {
      name: proposed.contractName ?? '',
      isPreparing: false,
      signedOn: '',
      startsOn: proposed.startsOn ?? '',
      endsOn: proposed.endsOn ?? '',
      editionCode: code,
      contractorName: acting.sectionId ? '' : acting.organisationName,
      contractorAddress: '',
      representativeTitle: '',
      representativeName: '',
      corporateNumber: '',
      officeName: proposed.office ?? '',
      sectionName: proposed.section ?? '',
      sectionMail: '',
      addressee: proposed.addressee ?? '',
      namedNorm: proposed.namedNorm ?? '',
      consortium: '',
      predecessorId: '',
      sectionId: null,
    },
    () => true,
  );
  const fields = draft.value;
  const sections = useSections();
  const section = sections.find(({ sectionId, officeName, sectionName }) =>
    fields.sectionId === null || fields.sectionId === undefined
      ? sectionId === acting.sectionId || (officeName === fields.officeName && sectionName === fields.sectionName)
      : sectionId === fields.sectionId,
  );
  const register = useSending({
    mutationFn: () => call(api.registerContract, { body: requestOf(fields, section) }),
    onSuccess: (written) => {
      draft.forget();
      onRegistered();
      void navigate({ to: '/contracts/$id/questions', params: { id: written.id } });
    },
  });
  const choosable = (editions.data ?? []).filter((item) => may(item.can.registerContract));
  const set = (change: Partial<Fields>) => draft.set({ ...fields, ...change });
  const problem = register.error instanceof Problem ? register.error : null;
  const errorOf = (pointer: string) =>
    problem?.errors.find((entry) => entry.pointer.replace(/^[#/]+/, '') === pointer)?.messages[language];
  const text = (
    key: Exclude<keyof Fields, 'isPreparing' | 'consortium' | 'sectionId'>,
    label: string,
    more: Partial<Parameters<typeof TextField>[0]> = {},
  ) => (
    <TextField
      label={label}
      value={fields[key]}
      onChange={(event) => set({ [key]: event.target.value })}
      error={errorOf(key) ?? errorOf(`contractor/${key}`)}
      {...more}
    />
  );
  const fromDocument = t('文書から（要確認）', 'From the document, please check');
  const hinted = (key: keyof AnnexImportDetails['proposals'], hint?: string) => (proposed[key] ? fromDocument : hint);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate();
  };
  return (
    <section id="register" className="mt-10 border-solid-gray-600 border-t-2 pt-6">
      <h2 className="heading-2">{t('契約を登録する', 'Register the contract')}</h2>
      <Restored draft={draft} />
      <form onSubmit={submit} className="mt-4 grid gap-5 md:grid-cols-2">
        {text('name', t('契約件名', 'Contract name'), {
          required: true,
          className: 'md:col-span-2',
          hint: hinted('contractName'),
        })}
        <div className="flex flex-col gap-2">
          {text('signedOn', t('契約締結日', 'Signed on'), {
            type: 'date',
            required: !fields.isPreparing,
            disabled: fields.isPreparing,
          })}
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5"
              checked={fields.isPreparing}
              onChange={(event) => set({ isPreparing: event.target.checked })}
            />
            {t('まだ締結していない（契約準備中）', 'Not signed yet (in preparation)')}
          </label>
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          {text('startsOn', t('契約期間の始め', 'Starts on'), {
            type: 'date',
            required: true,
            hint: hinted('startsOn'),
          })}
          {text('endsOn', t('終わり', 'Ends on'), { type: 'date', required: true, hint: hinted('endsOn') })}
        </div>
        <SelectField
          label={t('別記の版', 'Edition of the annex')}
          value={choosable.some((item) => item.code === fields.editionCode) ? fields.editionCode : ''}
          onChange={(event) => set({ editionCode: event.target.value })}
          required
        >
          {choosable.every((item) => item.code !== fields.editionCode) && (
            <option value="">{t('選んでください', 'Choose one')}</option>
          )}
          {choosable.map((item) => (
            <option key={item.code} value={item.code}>
              {item.code} {item.name}
            </option>
          ))}
        </SelectField>
        {text('namedNorm', t('別記に書かれた規程等の版', 'Norm named in the annex'), {
          required: true,
          hint: hinted('namedNorm', t('例：令和５年度版', '')),
        })}
        <fieldset className="contents">
          <legend className="sr-only">{t('受注者', 'Contractor')}</legend>
          {text('contractorName', t('受注者の名称', 'Contractor'), {
            required: true,
            autoComplete: 'organization',
            error: errorOf('contractor/name'),
          })}
          {text('contractorAddress', t('住所', 'Address'), {
            required: true,
            autoComplete: 'street-address',
            error: errorOf('contractor/address'),
          })}
          {text('representativeTitle', t('代表者の役職', "Representative's title"), {
            hint: t('例：代表取締役', ''),
          })}
          {text('representativeName', t('代表者氏名', 'Representative'), { required: true })}
          {text('corporateNumber', t('法人番号（任意）', 'Corporate number (optional)'), {
            inputMode: 'numeric',
            hint: t('13桁', '13 digits'),
          })}
          <SelectField
            label={t('共同事業体', 'Consortium')}
            value={fields.consortium}
            onChange={(event) => set({ consortium: event.target.value as Fields['consortium'] })}
          >
            <option value="">{t('単独', 'Single contractor')}</option>
            <option value="LEAD_ONLY">{t('幹事法人が契約', 'The lead company signs')}</option>
            <option value="JOINT">{t('連名契約', 'Joint contract')}</option>
          </SelectField>
        </fieldset>
        <SectionSelect
          sections={sections}
          value={section?.sectionId ?? null}
          className="md:col-span-2"
          onChange={(choice) =>
            set({ sectionId: choice?.sectionId ?? '', sectionMail: choice?.sectionMail || fields.sectionMail })
          }
        />
        {!section && (
          <>
            {text('officeName', t('発注する省・局', 'Ministry office'), { hint: hinted('office') })}
            {text('sectionName', t('担当課室の名称', 'Name of the section'), {
              required: true,
              hint: hinted('section'),
            })}
          </>
        )}
        {text('sectionMail', t('担当課室の共有メールアドレス（任意）', "Section's shared email address (optional)"), {
          type: 'email',
        })}
        {text('addressee', t('宛先', 'Addressee'), {
          required: true,
          hint: hinted(
            'addressee',
            edition.data?.form
              ? t(`様式の例：${edition.data.form.addresseePattern}`, edition.data.form.addresseePattern)
              : undefined,
          ),
        })}
        {contracts.data && contracts.data.total > 0 && (
          <SelectField
            label={t('前年度の契約（任意）', "Last year's contract (optional)")}
            value={fields.predecessorId}
            onChange={(event) => set({ predecessorId: event.target.value })}
            className="md:col-span-2"
          >
            <option value="">{t('なし', 'None')}</option>
            {contracts.data.items.map((item) => (
              <option key={item.id} value={item.id}>
                {item.name}
              </option>
            ))}
          </SelectField>
        )}
        <div className="md:col-span-2">
          <ProblemNotice error={register.error} />
          <button type="submit" className="button" disabled={register.isPending}>
            {t('登録して、六つの質問へ進む', 'Register and continue to the six questions')}
          </button>
        </div>
      </form>
    </section>
  );
}
