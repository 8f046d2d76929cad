import { useState } from 'react';
import { outside } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { OrganisationKind } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { SelectField, TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { startAt } from '../../ui/startAt';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { EnrolSecondFactor } from './EnrolSecondFactor';
import { NewPassword } from './NewPassword';
import { NarrowPage } from './SignInScreen';

/** A fresh installation: the first person and the first organisation, with the code that the console printed. */
export function SetUp() {
  const t = useText();
  const [isSetUp, setIsSetUp] = useState(false);
  return (
    <NarrowPage title={t('はじめの設定', 'Set up this installation')}>
      {isSetUp ? <EnrolSecondFactor onDone={() => startAt('/')} /> : <SetUpForm onDone={() => setIsSetUp(true)} />}
    </NarrowPage>
  );
}

function SetUpForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const [values, setValues] = useState({
    code: '',
    kind: 'CONTRACTOR' as OrganisationKind,
    organisationName: '',
    sectionName: '',
    name: '',
    mail: '',
    password: '',
  });
  const setUp = useSending({
    mutationFn: () => {
      const { code, kind, organisationName, sectionName, name, mail, password } = values;
      const organisation = { kind, name: organisationName, sectionName: sectionName || null };
      return outside.call(api.setUp, { body: { code, organisation, name, mail, password } });
    },
    onSuccess: onDone,
  });
  const problemOf = useFieldProblems(setUp.error);
  const isMinistry = values.kind === 'MINISTRY_OFFICE';
  const text = (key: keyof typeof values, pointer: string, more: Partial<Parameters<typeof TextField>[0]>) => (
    <TextField
      label=""
      required
      value={values[key]}
      error={problemOf(pointer)}
      onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      {...more}
    />
  );
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setUp.mutate();
      }}
    >
      <p>
        {t(
          'このシステムには、まだ利用者がいません。最初の利用者は管理者になり、ほかの方を招待できます。',
          'This system has no users yet. The first user becomes its administrator and can invite others.',
        )}
      </p>
      {text('code', '/code', {
        label: t('設定コード', 'Set-up code'),
        hint: t(
          'サーバーの起動時に、その画面（ログ）に表示されたコードです。',
          'It was printed on the server’s console (log) when the server was started.',
        ),
        autoComplete: 'off',
        placeholder: 'XXXX-XXXX-XXXX-XXXX',
      })}
      <SelectField
        label={t('組織の種類', 'Kind of organisation')}
        value={values.kind}
        onChange={(event) => setValues({ ...values, kind: event.target.value as OrganisationKind })}
      >
        <option value="CONTRACTOR">{t('受注者（会社・団体）', 'Contractor (firm, association)')}</option>
        <option value="MINISTRY_OFFICE">{t('発注する省・局', 'Ministry office')}</option>
      </SelectField>
      {text('organisationName', '/organisation/name', {
        label: t('組織の名称', 'Name of the organisation'),
        autoComplete: 'organization',
      })}
      {isMinistry &&
        text('sectionName', '/organisation/sectionName', { label: t('課室の名称', 'Name of your section') })}
      {text('name', '/name', { label: t('あなたの氏名', 'Your name'), autoComplete: 'name' })}
      {text('mail', '/mail', { label: t('メールアドレス', 'Email address'), type: 'email', autoComplete: 'username' })}
      <NewPassword
        value={values.password}
        error={problemOf('/password')}
        onChange={(password) => setValues({ ...values, password })}
      />
      <ProblemNotice error={setUp.error} />
      <button type="submit" className="button justify-self-start" disabled={setUp.isPending}>
        {t('二つめの確認の設定へ進む', 'Continue to the second factor')}
      </button>
    </form>
  );
}
