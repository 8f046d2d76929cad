import type { InvitationAnswer } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import { useText } from '../../i18n/language';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';

/** A mail with a link that was asked for, and to whom. */
export type Mailed = Pick<InvitationAnswer, 'link' | 'delivery'> & { mail: string };

/** Says that an invitation has gone, or is going, out; where there is a link to hand over the dialog says what became of the mail. */
export function InvitationSent({ sent }: { sent: Mailed | null }) {
  const t = useText();
  if (!sent || sent.link) return null;
  return sent.delivery === 'SENT' ? (
    <Notice tone="success" title={t(`${sent.mail}に招待を送りました`, `The invitation was sent to ${sent.mail}`)} />
  ) : (
    <Notice title={t(`${sent.mail}への招待を送信しています`, `The invitation to ${sent.mail} is being sent`)} />
  );
}

/** No mail has been sent so far: whoever asked for it can hand the link over. */
export function LinkDialog({ title, sent, onClose }: { title?: string; sent: Mailed; onClose: () => void }) {
  const t = useText();
  const { link, mail } = sent;
  return (
    <Dialog title={title ?? t('招待のリンク', 'Invitation link')} onClose={onClose}>
      <p>
        {whatBecame(sent, t)}{' '}
        {t(
          `次のリンクを、${mail}の方に安全な方法で渡してください。この画面でしか表示されません。`,
          `Please give this link to ${mail} in a safe way. It is shown only here.`,
        )}
      </p>
      <p className="my-4 break-all rounded-8 border border-solid-gray-420 p-3 font-mono text-[0.875rem]">{link}</p>
      <div className="flex justify-end gap-2">
        <CopyButton text={link ?? ''} label={t('コピー', 'Copy')} />
        <button type="button" className="button" onClick={onClose}>
          {t('渡しました', 'Done')}
        </button>
      </div>
    </Dialog>
  );
}

function whatBecame({ delivery }: Mailed, t: Text): string {
  switch (delivery) {
    case null:
      return t('このシステムからはメールを送れません。', 'This system cannot send email.');
    case 'GIVEN_UP':
      return t(
        'メールサーバーが受け付けず、メールを送れませんでした。',
        'The mail server refused the mail, so it was not sent.',
      );
    case 'UNCERTAIN':
      return t(
        'メールサーバーとの通信が途切れたため、メールが届くかどうか分かりません。再送はしません。',
        'The mail server broke off, so it is not known whether the mail arrives. It is not sent again.',
      );
    default:
      return t(
        'メールはまだ送れていません。自動で再送しますが、お急ぎの場合はリンクを渡せます。',
        'The mail has not gone out yet. It is tried again by itself; if it is urgent, hand the link over.',
      );
  }
}

/** What a line says of a mail that is not known to have gone out. */
export function notSent(delivery: Mailed['delivery'], t: Text): string {
  switch (delivery) {
    case null:
      return t('メールは送っていません', 'no email was sent');
    case 'SENT':
      return '';
    case 'GIVEN_UP':
      return t('メールを送れませんでした', 'the email could not be sent');
    case 'BOUNCED':
      return t('メールが相手に届きませんでした', 'the email did not arrive');
    case 'UNCERTAIN':
      return t('メールが届いたか分かりません', 'it is not known whether the email arrived');
    default:
      return t('メールを送信しています', 'the email is being sent');
  }
}
