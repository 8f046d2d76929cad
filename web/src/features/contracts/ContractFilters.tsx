import { useQuery } from '@tanstack/react-query';
import { type ContractFilter, editionsQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { SelectField, TextField } from '../../ui/Field';
import { stageName } from '../../ui/Status';

export function ContractFilters({
  filter,
  onChange,
}: {
  filter: ContractFilter;
  onChange: (change: ContractFilter) => void;
}) {
  const t = useText();
  const editions = useQuery(editionsQuery);
  return (
    <search className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
      <TextField
        label={t('件名・受注者・課室', 'Name, contractor, section')}
        type="search"
        className="max-lg:col-span-2"
        defaultValue={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <SelectField
        label={t('段階', 'Stage')}
        value={filter.stage ?? ''}
        onChange={(event) => onChange({ stage: event.target.value || undefined })}
      >
        <option value="">{t('すべて', 'All')}</option>
        {(['PREPARING', 'ACTIVE', 'ENDED', 'TERMINATED'] as const).map((stage) => (
          <option key={stage} value={stage}>
            {stageName(stage, t)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('別記の版', 'Edition')}
        value={filter.edition ?? ''}
        onChange={(event) => onChange({ edition: event.target.value || undefined })}
      >
        <option value="">{t('すべて', 'All')}</option>
        {(editions.data ?? []).map((edition) => (
          <option key={edition.code} value={edition.code}>
            {edition.code}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('並び', 'Order')}
        className="max-lg:col-span-2"
        value={filter.sort ?? 'attention'}
        onChange={(event) => onChange({ sort: event.target.value })}
      >
        <option value="attention">{t('対応が要る順', 'Needs attention')}</option>
        <option value="endsOn">{t('終了日の早い順', 'Ends first')}</option>
        <option value="-endsOn">{t('終了日の遅い順', 'Ends last')}</option>
        <option value="name">{t('件名順', 'Name')}</option>
      </SelectField>
    </search>
  );
}
