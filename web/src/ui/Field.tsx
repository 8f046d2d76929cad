import { type ComponentProps, type ReactNode, useId } from 'react';
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
          ＊{error}
        </div>
      )}
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'input'>, 'children' | 'id'>;

export function TextField({ label, hint, error, required, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, required, className }}>
      {(attributes) => <input type="text" className="input" {...input} {...attributes} />}
    </Field>
  );
}

/** A text that grows with what is typed. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={2} {...rest} className={`input field-sizing-content min-h-18 ${className}`} />;
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
