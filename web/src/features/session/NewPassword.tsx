import { useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';

/** A new password: long rather than complicated, and shown on request. */
export function NewPassword({
  value,
  onChange,
  error,
  label,
}: {
  value: string;
  onChange: (password: string) => void;
  error?: string;
  label?: string;
}) {
  const t = useText();
  return (
    <TextField
      label={label ?? t('パスワード', 'Password')}
      hint={t(
        '12文字以上。文字の種類は問いません。よく使われるパスワードは使えません。',
        'At least 12 characters, of any kind. Common passwords are not accepted.',
      )}
      type="password"
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={256}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
