import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';

/** The six digits of an authenticator app; what is not a digit is left out while typing or pasting. */
export function CodeField({
  value,
  onChange,
  autoFocus,
}: {
  value: string;
  onChange: (code: string) => void;
  autoFocus?: boolean;
}) {
  const t = useText();
  return (
    <TextField
      label={t('認証アプリの6桁のコード', 'Six-digit code of the authenticator app')}
      inputMode="numeric"
      autoComplete="one-time-code"
      className="[&_input]:max-w-48 [&_input]:text-[1.25rem] [&_input]:tracking-[0.2em]"
      autoFocus={autoFocus}
      required
      maxLength={12}
      value={value}
      onChange={(event) => onChange(event.target.value.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6))}
    />
  );
}
