import { type ComponentProps, type ReactNode, useId } from 'react';
import { momentOf } from '../i18n/dates';
import { useText } from '../i18n/language';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string;
  children: (attributes: {
    id: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
    required?: boolean;
  }) => ReactNode;
}

/** Label, hint, input and error, tied together for assistive technology. */
export function Field({ label, hint, error, required, className = '', children }: FieldProps) {
  const t = useText();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`flex flex-col justify-end gap-1 ${className}`}>
      <label htmlFor={id} className="font-700 text-[0.9375rem]">
        {label}
        {required && <span className="ml-2 text-[0.8125rem] text-error-2">{t('※必須', 'required')}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        required,
      })}
      {error && (
        <div id={`${id}-error`} className="text-[0.875rem] text-error-2">
          {t('＊', '* ')}
          {error}
        </div>
      )}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'input'>, 'children' | 'id'>;

export function TextField({ label, hint, error, required, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, required, className }}>
      {(attributes) => (
        <>
          <input type="text" className="input" {...input} maxLength={undefined} {...attributes} />
          <Limit text={input.value} most={input.maxLength} />
        </>
      )}
    </Field>
  );
}

/** A text that grows with what is typed. */
export function TextArea({ className = '', maxLength, ...rest }: ComponentProps<'textarea'>) {
  return (
    <>
      <textarea rows={2} {...rest} className={`input field-sizing-content min-h-18 ${className}`} />
      <Limit text={rest.value} most={maxLength} />
    </>
  );
}

/** How much of a limit is used, once it comes near; what is beyond it stays and is said. Characters as people count them. */
function Limit({ text, most }: { text: unknown; most: number | undefined }) {
  const t = useText();
  const length = typeof text === 'string' ? [...text].length : 0;
  if (!most || length <= most * 0.9) return null;
  return (
    <p role="status" className={`text-[0.8125rem] ${length > most ? 'font-700 text-error-2' : 'text-solid-gray-700'}`}>
      {length.toLocaleString('ja')}／{most.toLocaleString('ja')}
      {t('字', ' characters')}
      {length > most &&
        t(
          `。${(length - most).toLocaleString('ja')}字多いため、このままでは記録できません。入力は残っています。`,
          `: ${length - most} too many to be recorded. Nothing was cut.`,
        )}
    </p>
  );
}

export function SelectField({
  label,
  hint,
  error,
  required,
  className,
  children,
  ...select
}: Omit<FieldProps, 'children'> & Omit<ComponentProps<'select'>, 'id'>) {
  return (
    <Field {...{ label, hint, error, required, className }}>
      {(attributes) => (
        <select className="input" {...select} {...attributes}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** When something happened, to the minute; the value is Tokyo time as yyyy-MM-ddTHH:mm. */
export function MomentField({
  onChange,
  ...field
}: Omit<TextFieldProps, 'onChange' | 'type' | 'max'> & { onChange: (moment: string) => void }) {
  return (
    <TextField {...field} type="datetime-local" max={momentOf()} onChange={(event) => onChange(event.target.value)} />
  );
}

/** A text of several lines with its label. */
export function TextAreaField({
  label,
  hint,
  error,
  required,
  className,
  ...area
}: Omit<FieldProps, 'children'> & Omit<ComponentProps<'textarea'>, 'children' | 'id'>) {
  return (
    <Field {...{ label, hint, error, required, className }}>
      {(attributes) => <TextArea maxLength={4000} {...area} {...attributes} />}
    </Field>
  );
}

/** One of a few, all of them in sight. */
export function RadioField<T extends string>({
  legend,
  isLegendHidden = false,
  options,
  value,
  onChange,
}: {
  legend: ReactNode;
  /** Where what stands beside says it; read out all the same. */
  isLegendHidden?: boolean;
  options: { value: T; label: ReactNode; hint?: ReactNode }[];
  value: T | null;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={isLegendHidden ? 'sr-only' : 'mb-1 font-700 text-[0.9375rem]'}>{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border-2 border-solid-gray-420 px-3 py-1 has-checked:border-key-900 has-checked:bg-key-50 has-checked:font-700"
          >
            <input
              type="radio"
              name={name}
              className="size-4.5 shrink-0 accent-key-900"
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className="hint block font-400">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
