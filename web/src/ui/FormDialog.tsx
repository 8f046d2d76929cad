import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../api/useAct';
import { useFormDraft } from '../saving/useFormDraft';
import { ActDialog } from './ActDialog';
import { bodyOf, type FormBody, type FormField, FormFields, type FormValues, hasLongText } from './FormFields';

export interface Form<T = unknown> {
  title: string;
  fields: FormField[];
  start?: FormValues;
  /** What the button says, where 記録する does not fit. */
  confirm?: string;
  isDangerous?: boolean;
  above?: ReactNode;
  send: (body: FormBody) => Promise<T>;
  after?: (answer: T) => unknown;
}

/** An act that can be done now, or not. Main ones stand out; rare ones step back. */
export interface Offered {
  label: string;
  isOffered: boolean;
  weight?: 'main' | 'rare';
  // biome-ignore lint/suspicious/noExplicitAny: forms with different answers side by side
  form: Form<any>;
}

/** A dialog of a few fields that records one act. */
export function FormDialog<T>({
  form,
  contractId,
  touched,
  onClose,
}: {
  form: Form<T>;
  contractId: string;
  touched: readonly QueryKey[];
  onClose: () => void;
}) {
  const draft = useFormDraft<FormValues>(
    `${location.pathname}/${form.title}/${JSON.stringify(touched)}`,
    form.start ?? {},
    (values) => hasLongText(form.fields, values, form.start),
  );
  const act = useAct(
    () => form.send(bodyOf(form.fields, draft.value)),
    touched,
    async (answer) => {
      draft.forget();
      await form.after?.(answer);
      onClose();
    },
  );
  return (
    <ActDialog
      title={form.title}
      act={act}
      onClose={onClose}
      draft={draft}
      confirm={form.confirm}
      isDangerous={form.isDangerous}
    >
      {form.above}
      <FormFields fields={form.fields} values={draft.value} onChange={draft.set} contractId={contractId} />
    </ActDialog>
  );
}

const looks = { main: '', rare: 'button-text -ml-2' };
const order = (weight: Offered['weight']) => (weight === 'main' ? 0 : weight === 'rare' ? 2 : 1);

/** Buttons, each of which opens its form. What cannot be done now is not offered. */
export function FormButtons({
  forms,
  contractId,
  touched,
  isSmall = false,
}: {
  forms: Offered[];
  isSmall?: boolean;
  contractId: string;
  touched: readonly QueryKey[];
}) {
  const [open, setOpen] = useState<string | null>(null);
  const offered = forms.filter(({ isOffered }) => isOffered).toSorted((a, b) => order(a.weight) - order(b.weight));
  const chosen = offered.find(({ label }) => label === open);
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {offered.map(({ label, weight }) => (
        <button
          key={label}
          type="button"
          className={`button ${weight ? looks[weight] : 'button-outline'} ${isSmall ? 'button-small' : ''}`}
          onClick={() => setOpen(label)}
        >
          {label}
        </button>
      ))}
      {chosen && (
        <FormDialog form={chosen.form} contractId={contractId} touched={touched} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}
