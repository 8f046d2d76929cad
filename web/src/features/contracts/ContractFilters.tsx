import { useQuery } from '@tanstack/react-query';
import { type ContractFilter, editionNamesQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';
import { SearchField } from '../../ui/SearchField';
import { stageName } from '../../ui/Status';

export function ContractFilters({
  filter,
  onChange,
}: {
  filter: ContractFilter;
  onChange: (change: ContractFilter) => void;
}) {
  const t = useText();
  const editions = useQuery(editionNamesQuery);
  return (
    <search className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
      <SearchField
        label={t('件名・受注者・課室', 'Name, contractor, section')}
        className="max-lg:col-span-2"
        sought={filter.q ?? ''}
        onSeek={(q) => onChange({ q: q || undefined })}
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
