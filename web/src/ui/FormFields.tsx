import type { FileRef } from '../api/files';
import { instantOf, today } from '../i18n/dates';
import { useText } from '../i18n/language';
import { MomentField, RadioField, SelectField, TextAreaField, TextField } from './Field';
import { AttachFiles } from './Files';

export type FormValues = Record<string, string | FileRef[]>;
export type FormBody = Record<string, unknown>;

/** One field of a short form. `lines` is a text with one entry a line; `past` is a day up to today. */
export interface FormField {
  name: string;
  label: string;
  kind?: 'text' | 'area' | 'date' | 'past' | 'moment' | 'lines' | 'files' | 'file' | 'choice' | 'select';
  hint?: string;
  required?: boolean;
  options?: { value: string; label: string; hint?: string }[];
  isShown?: (values: FormValues) => boolean;
}

const shownOf = (fields: FormField[], values: FormValues) =>
  fields.filter(({ isShown }) => !isShown || isShown(values));
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether somebody wrote more than a line: that is kept until it is sent. */
export const hasLongText = (fields: FormField[], values: FormValues, start: FormValues = {}): boolean =>
  fields.some(({ name, kind }) => {
    const value = values[name];
    return (
      (kind === 'area' || kind === 'lines') &&
      typeof value === 'string' &&
      value.trim() !== '' &&
      value !== (start[name] ?? '')
    );
  });

/** What the form sends: texts trimmed or null, lines as lists, files by their ids, moments with Tokyo's offset. */
export function bodyOf(fields: FormField[], values: FormValues): FormBody {
  return Object.fromEntries(
    shownOf(fields, values).map(({ name, kind }) => {
      const value = values[name];
      if (Array.isArray(value)) return [name, kind === 'file' ? (value[0]?.id ?? null) : value.map((file) => file.id)];
      const text = (value ?? '').trim();
      if (kind === 'lines') return [name, linesOf(text)];
      if (kind === 'files') return [name, []];
      if (kind === 'moment') return [name, text ? instantOf(text) : null];
      return [name, text || null];
    }),
  );
}

export function FormFields({
  fields,
  values,
  onChange,
  contractId,
}: {
  fields: FormField[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Whose files are attached. */
  contractId: string;
}) {
  const t = useText();
  return shownOf(fields, values).map((field) => {
    const { name, label, hint, required, kind = 'text' } = field;
    const value = values[name] ?? '';
    const set = (next: string | FileRef[]) => onChange({ ...values, [name]: next });
    if (kind === 'files' || kind === 'file')
      return (
        <AttachFiles
          key={name}
          contractId={contractId}
          label={label}
          hint={hint}
          files={Array.isArray(value) ? value : []}
          onChange={set}
        />
      );
    const text = String(value);
    if (kind === 'choice')
      return <RadioField key={name} legend={label} options={field.options ?? []} value={text || null} onChange={set} />;
    const common = { label, hint, required, value: text };
    if (kind === 'select')
      return (
        <SelectField key={name} {...common} onChange={(event) => set(event.target.value)}>
          <option value="">{t('選んでください', 'Please choose')}</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      );
    if (kind === 'area' || kind === 'lines')
      return <TextAreaField key={name} {...common} onChange={(event) => set(event.target.value)} />;
    if (kind === 'moment') return <MomentField key={name} {...common} onChange={set} />;
    return (
      <TextField
        key={name}
        {...common}
        type={kind === 'text' ? 'text' : 'date'}
        max={kind === 'past' ? today() : undefined}
        onChange={(event) => set(event.target.value)}
      />
    );
  });
}
