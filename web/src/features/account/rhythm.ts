import type { ReminderRhythm } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';

/** How often somebody is written to. */
export const rhythmNames = (t: Text): Record<ReminderRhythm, string> => ({
  DAILY: t('お知らせがある営業日に1通', 'On business days with something to tell'),
  WEEKLY: t('週に1通（最初の営業日）', 'Once a week (first business day)'),
  LATE_ONLY: t('期限を過ぎたものだけ、週に1通', 'Only what is late, once a week'),
  OFF: t('受け取らない', 'Not at all'),
});
