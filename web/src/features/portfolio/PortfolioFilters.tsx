import { useQuery } from '@tanstack/react-query';
import { editionNamesQuery, type PortfolioFilter, portfolioChoicesQuery } from '../../api/queries';
import { formatYear } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { SelectField } from '../../ui/Field';
import { SearchField } from '../../ui/SearchField';

/** By whom, which year and which edition the table is narrowed. */
export function PortfolioFilters({
  filter,
  onChange,
}: {
  filter: PortfolioFilter;
  onChange: (change: PortfolioFilter) => void;
}) {
  const { t, language } = useLanguage();
  const choices = useQuery(portfolioChoicesQuery);
  const editions = useQuery(editionNamesQuery);
  const all = <option value="">{t('すべて', 'All')}</option>;
  return (
    <search className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr] print:hidden">
      <SearchField
        label={t('件名・受注者・課室', 'Name, contractor, section')}
        className="max-lg:col-span-2"
        sought={filter.q ?? ''}
        onSeek={(q) => onChange({ q: q || undefined })}
      />
      <SelectField
        label={t('担当職員', 'Officer')}
        className="max-lg:col-span-2"
        value={filter.officer ?? ''}
        onChange={(event) => onChange({ officer: event.target.value || undefined })}
      >
        {all}
        {(choices.data?.officers ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('年度', 'Fiscal year')}
        value={filter.year ?? ''}
        onChange={(event) => onChange({ year: Number(event.target.value) || undefined })}
      >
        {all}
        {(choices.data?.years ?? []).map((year) => (
          <option key={year} value={year}>
            {formatYear(year, language)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('別記の版', 'Edition')}
        value={filter.edition ?? ''}
        onChange={(event) => onChange({ edition: event.target.value || undefined })}
      >
        {all}
        {(editions.data ?? []).map(({ code }) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </SelectField>
    </search>
  );
}
