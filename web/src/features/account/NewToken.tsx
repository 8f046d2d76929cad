import { type ReactNode, useState } from 'react';
import type { IssuedToken } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useFieldProblems } from '../../ui/useFieldProblems';
import { type Scope, scopeName } from './Tokens';

interface Wanted {
  name: string;
  scopes: Scope[];
  expiresOn: string;
}

/** The same day `months` later, or the last of that month. */
function later(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** Asks what a new token may and until when. */
export function NewToken({
  send,
  onMade,
  onClose,
  children,
}: {
  send: (wanted: Wanted) => Promise<IssuedToken>;
  onMade: (token: string | null) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const [values, setValues] = useState<Wanted>({ name: '', scopes: ['read'], expiresOn: later(today(), 3) });
  const make = useSending({ mutationFn: () => send(values), onSuccess: ({ token }) => onMade(token) });
  const problemOf = useFieldProblems(make.error);
  return (
    <ActDialog title={t('トークンを作る', 'Create a token')} act={make} onClose={onClose} confirm={t('作る', 'Create')}>
      <TextField
        label={t('何に使うか', 'What it is for')}
        required
        maxLength={100}
        value={values.name}
        error={problemOf('/name')}
        onChange={(event) => setValues({ ...values, name: event.target.value })}
      />
      {children}
      <fieldset>
        <legend className="font-700 text-[0.9375rem]">{t('許すこと', 'What it may do')}</legend>
        {(['read', 'write', 'acts'] as const).map((scope) => (
          <label key={scope} className="mt-1 flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5"
              checked={values.scopes.includes(scope)}
              onChange={(event) =>
                setValues({
                  ...values,
                  scopes: event.target.checked
                    ? [...values.scopes, scope]
                    : values.scopes.filter((one) => one !== scope),
                })
              }
            />
            {scopeName(scope, t)}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('期限', 'Valid until')}
        hint={t('1年以内', 'At most one year from today')}
        type="date"
        required
        min={today()}
        max={later(today(), 12)}
        value={values.expiresOn}
        error={problemOf('/expiresOn')}
        onChange={(event) => setValues({ ...values, expiresOn: event.target.value })}
      />
    </ActDialog>
  );
}

/** The token itself, this once. */
export function TokenDialog({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('新しいトークン', 'New token')} onClose={onClose}>
      <Notice tone="warning" title={t('この画面でしか表示されません', 'It is shown only here')}>
        {t('いま写して、人に見られない所に保管してください。', 'Copy it now and keep it where nobody else can see it.')}
      </Notice>
      <p className="my-4 break-all rounded-8 border border-solid-gray-420 p-3 font-mono" data-secret="">
        {token}
      </p>
      <div className="flex justify-end gap-2">
        <CopyButton text={token} label={t('コピー', 'Copy')} />
        <button type="button" className="button" onClick={onClose}>
          {t('写しました', 'I have copied it')}
        </button>
      </div>
    </Dialog>
  );
}
