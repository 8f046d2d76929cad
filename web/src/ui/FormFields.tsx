import type { FileRef } from '../api/generated/types.gen';
import { instantOf, today } from '../i18n/dates';
import { useText } from '../i18n/language';
import { type DatedLine, DatedLines, datedBody } from './DatedLines';
import { MomentField, RadioField, SelectField, TextAreaField, TextField } from './Field';
import { AttachFiles } from './Files';

export type FormValues = Record<string, string | FileRef[] | DatedLine[]>;

/** One field of a short form. `lines` is a text with one entry a line, `dated` several texts with a day each; `past` is a day up to today. */
export interface FormField {
  name: string;
  label: string;
  kind?: 'text' | 'area' | 'date' | 'past' | 'moment' | 'lines' | 'dated' | 'files' | 'file' | 'choice' | 'select';
  hint?: string;
  required?: boolean;
  options?: readonly { value: string; label: string; hint?: string }[];
  isShown?: (values: FormValues) => boolean;
  /** What one of the texts of `dated` is called, and what its day is. */
  item?: string;
  due?: string;
}

/** What one field sends. A choice is one of its options; whatever is not wanted may be null, and what is not shown is not sent. */
type Sent<F extends FormField> = F extends { kind: 'files' | 'lines' }
  ? string[]
  : F extends { kind: 'dated' }
    ? ReturnType<typeof datedBody>
    : F extends { kind: 'choice' | 'select'; options: readonly { value: infer V }[] }
      ? V
      : F extends { required: true }
        ? string
        : string | null;

/** What a form of these fields sends. */
export type FormBody<Fields extends readonly FormField[]> = {
  [F in Fields[number] as F['name']]: F extends { isShown: unknown } ? Sent<F> | undefined : Sent<F>;
};

/** A list of fields, each with its own name and kind for what the form sends. */
export const fields = <const Fields extends readonly FormField[]>(...all: Fields): Fields => all;

/** One such field. */
export const field = <const F extends FormField>(one: F): F => one;

const shownOf = (fields: readonly FormField[], values: FormValues) =>
  fields.filter(({ isShown }) => !isShown || isShown(values));
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

// A form that was kept before its lines had days holds them as a text.
const datedOf = (value: FormValues[string] | undefined): DatedLine[] =>
  typeof value === 'string' ? linesOf(value).map((text) => ({ text, dueOn: '' })) : ((value ?? []) as DatedLine[]);

const filesOf = (value: FormValues[string] | undefined): FileRef[] =>
  Array.isArray(value) ? (value as FileRef[]) : [];

/** Whether somebody wrote more than a line: that is kept until it is sent. */
export const hasLongText = (fields: readonly FormField[], values: FormValues, start: FormValues = {}): boolean =>
  fields.some(({ name, kind }) => {
    const value = values[name];
    if (kind === 'dated') return datedBody(datedOf(value)).length > 0;
    return (
      (kind === 'area' || kind === 'lines') &&
      typeof value === 'string' &&
      value.trim() !== '' &&
      value !== (start[name] ?? '')
    );
  });

/** What the form sends: texts trimmed or null, lines as lists, files by their ids, moments with Tokyo's offset. */
export function bodyOf<const Fields extends readonly FormField[]>(
  fields: Fields,
  values: FormValues,
): FormBody<Fields> {
  return Object.fromEntries(
    shownOf(fields, values).map(({ name, kind }) => {
      const value = values[name];
      if (kind === 'dated') return [name, datedBody(datedOf(value))];
      if (kind === 'file' && Array.isArray(value)) return [name, filesOf(value)[0]?.id ?? null];
      if (kind === 'files') return [name, filesOf(value).map((file) => file.id)];
      const text = typeof value === 'string' ? value.trim() : '';
      if (kind === 'lines') return [name, linesOf(text)];
      if (kind === 'moment') return [name, text ? instantOf(text) : null];
      return [name, text || null];
    }),
  ) as FormBody<Fields>;
}

export function FormFields({
  fields,
  values,
  onChange,
  contractId,
}: {
  fields: readonly FormField[];
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Whose files are attached. */
  contractId: string;
}) {
  const t = useText();
  return shownOf(fields, values).map((field) => {
    const { name, label, hint, required, kind = 'text' } = field;
    const value = values[name] ?? '';
    const set = (next: FormValues[string]) => onChange({ ...values, [name]: next });
    if (kind === 'files' || kind === 'file')
      return (
        <AttachFiles
          key={name}
          contractId={contractId}
          label={label}
          hint={hint}
          files={filesOf(value)}
          onChange={set}
        />
      );
    if (kind === 'dated')
      return (
        <DatedLines
          key={name}
          label={label}
          hint={hint}
          item={field.item ?? label}
          due={field.due ?? t('期限', 'Last day')}
          lines={datedOf(value)}
          onChange={set}
        />
      );
    const text = String(value);
    if (kind === 'choice')
      return (
        <RadioField
          key={name}
          legend={label}
          options={[...(field.options ?? [])]}
          value={text || null}
          onChange={set}
        />
      );
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
