import type { PersonFields } from '../../api/documents';
import type { Text } from '../../i18n/language';

export const personFieldName = (field: keyof PersonFields, t: Text): string =>
  ({
    name: t('氏名', 'Name'),
    duty: t('担当業務', 'Duty'),
    affiliation: t('所属', 'Affiliation'),
    position: t('役職', 'Position'),
    expertise: t('専門性', 'Expertise'),
    achievements: t('実績', 'Achievements'),
    nationality: t('国籍', 'Nationality'),
    address: t('住所', 'Address'),
    birthDate: t('生年月日', 'Birth date'),
  })[field];
