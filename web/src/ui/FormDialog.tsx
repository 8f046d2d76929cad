import { type ReactNode, useState } from 'react';
import type { Can } from '../api/generated/types.gen';
import { useAct } from '../api/useAct';
import { useFormDraft } from '../saving/useFormDraft';
import { ActDialog } from './ActDialog';
import { ClosedActs, may } from './can';
import { bodyOf, type FormBody, type FormField, FormFields, type FormValues, hasLongText } from './FormFields';

interface FormOf<Fields extends readonly FormField[], T> {
  title: string;
  fields: Fields;
  start?: FormValues;
  /** What the button says, where 記録する does not fit. */
  confirm?: string;
  isDangerous?: boolean;
  above?: ReactNode;
  send: (body: FormBody<Fields>) => Promise<T>;
  after?: (answer: T) => unknown;
}

/** A form whatever its fields: it was checked where it was made. */
export type Form = Omit<FormOf<readonly FormField[], unknown>, 'send' | 'after'> & {
  send: (body: never) => Promise<unknown>;
  after?: (answer: never) => unknown;
};

/** Makes a form; what it sends is checked against its fields. */
export const form = <const Fields extends readonly FormField[], T>(made: FormOf<Fields, T>): Form => made;

/** An act that can be done now, or not. Main ones stand out; rare ones step back. */
export interface Offered {
  label: string;
  can: Can;
  /** Whether it fits how the thing stands; else nothing is said of it. */
  isApt?: boolean;
  weight?: 'main' | 'rare';
  form: Form;
}

/** A dialog of a few fields that records one act. */
export function FormDialog({
  form,
  contractId,
  about = '',
  onClose,
}: {
  form: Form;
  contractId: string;
  about?: string;
  onClose: () => void;
}) {
  const draft = useFormDraft<FormValues>(`${location.pathname}/${form.title}/${about}`, form.start ?? {}, (values) =>
    hasLongText(form.fields, values, form.start),
  );
  const act = useAct(
    () => form.send(bodyOf(form.fields, draft.value) as never),
    async (answer) => {
      draft.forget();
      await form.after?.(answer as never);
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

/** Buttons, each of which opens its form; of what cannot be done now the reason stands beside them. */
export function FormButtons({
  forms,
  contractId,
  about,
  isSmall = false,
}: {
  forms: Offered[];
  isSmall?: boolean;
  contractId: string;
  /** Which of several things on the same screen the forms are for. */
  about?: string;
}) {
  const [open, setOpen] = useState<Offered | null>(null);
  const apt = forms.filter(({ isApt = true }) => isApt).toSorted((a, b) => order(a.weight) - order(b.weight));
  const offered = apt.filter(({ can }) => may(can));
  // An open form stays until it is closed, also where its act is offered no more: by its own answer, or by what somebody else did.
  const chosen = open && (apt.find(({ label }) => label === open.label) ?? open);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
      {offered.map((one) => (
        <button
          key={one.label}
          type="button"
          className={`button ${one.weight ? looks[one.weight] : 'button-outline'} ${isSmall ? 'button-small' : ''}`}
          onClick={() => setOpen(one)}
        >
          {one.label}
        </button>
      ))}
      <ClosedActs acts={apt} />
      {chosen && <FormDialog form={chosen.form} contractId={contractId} about={about} onClose={() => setOpen(null)} />}
    </div>
  );
}
