import type { BounceAction, MailKind, MailState } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';

/** Whether a mail did not arrive, as far as that is known. */
export const isTrouble = (state: MailState) => state === 'GIVEN_UP' || state === 'BOUNCED' || state === 'UNCERTAIN';

export const stateNames = (t: Text): Record<MailState, string> => ({
  QUEUED: t('送信待ち', 'Waiting to be sent'),
  SENDING: t('送信中', 'Being sent'),
  SENT: t('受付済み', 'Taken'),
  GIVEN_UP: t('届きませんでした', 'Not delivered'),
  BOUNCED: t('届きませんでした', 'Not delivered'),
  NOT_NEEDED: t('不要になったため送りませんでした', 'Not sent: no longer needed'),
  UNCERTAIN: t('届いたかどうか分かりません', 'Not known whether it arrived'),
});

/** What a mail server reported later of a mail that it had taken. */
export const reportNames = (t: Text): Record<BounceAction, string> => ({
  FAILED: t('受付後に、届けられないとの通知がありました。', 'After it was taken, it was reported not to be delivered.'),
  DELAYED: t(
    '遅れているとの通知がありました。相手側で再送が続いています。',
    'It was reported to be late. The other side goes on trying.',
  ),
  DELIVERED: t('宛先のメールボックスに届いたとの通知がありました。', 'It was reported to have reached the mailbox.'),
  RELAYED: '',
  EXPANDED: '',
});

export const kindNames = (t: Text): Record<MailKind, string> => ({
  INVITATION: t('招待', 'Invitation'),
  PASSWORD_RESET: t('パスワードの再設定', 'Password reset'),
  SIGN_IN_RESET: t('サインインの再設定', 'Sign-in reset'),
  DIGEST: t('お知らせ（要対応の事項）', 'Reminder'),
  INCIDENT: t('事故の第一報', 'First report of an incident'),
});
