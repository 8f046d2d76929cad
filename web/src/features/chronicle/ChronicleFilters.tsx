import type { ChronicleKindName } from '../../api/generated/types.gen';
import type { ChronicleFilter } from '../../api/queries';
import { useText } from '../../i18n/language';
import { SelectField, TextField } from '../../ui/Field';

/** Which kind, and from which day to which. */
export function ChronicleFilters({
  filter,
  kinds,
  onChange,
}: {
  filter: ChronicleFilter;
  kinds: ChronicleKindName[];
  onChange: (change: ChronicleFilter) => void;
}) {
  const t = useText();
  return (
    <search className="grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr]">
      <SelectField
        label={t('種別', 'Kind')}
        className="max-lg:col-span-2"
        value={filter.kind ?? ''}
        onChange={(event) => onChange({ kind: event.target.value || undefined })}
      >
        <option value="">{t('すべて', 'All')}</option>
        {kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {t(name.ja, name.en)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('この日から', 'From')}
        type="date"
        max={filter.to}
        value={filter.from ?? ''}
        onChange={(event) => onChange({ from: event.target.value || undefined })}
      />
      <TextField
        label={t('この日まで', 'To')}
        type="date"
        min={filter.from}
        value={filter.to ?? ''}
        onChange={(event) => onChange({ to: event.target.value || undefined })}
      />
    </search>
  );
}
