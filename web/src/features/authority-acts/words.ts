import type {
  ActKind,
  ActNeed,
  ActState,
  Channel,
  CommunicationKind,
  Direction,
  DkimResult,
  Side,
  SmimeResult,
} from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import type { Tone } from '../../ui/Words';

/** How the state of a procedure is said; `wording` is the edition's own word (了承, 許可 …). */
export const stateName = (state: ActState, wording: string, t: Text): string =>
  ({
    REQUESTED: t('ご回答待ち', 'Waiting for the officer'),
    INQUIRED: t('照会あり', 'Asked back'),
    ANSWERED: t('照会に回答済み', 'Answered'),
    GRANTED: t(`${wording}済み`, `Given (${wording})`),
    DECLINED: t('不可とされた', 'Declined'),
    CANCELLED: t('取下げ', 'Taken back'),
    WITHDRAWN: t(`${wording}の取消し`, 'Withdrawn'),
    EXPIRED: t('期限切れ', 'Expired'),
  })[state];

/** The same of an act: what nobody has sent waits for no answer. */
export const actStateName = (act: { state: ActState; wording: string; unsent: boolean }, t: Text): string =>
  act.unsent ? t('記録のみ・まだ送っていません', 'Written down, not sent yet') : stateName(act.state, act.wording, t);

/** The officer's answer is still to come. */
export const isOpenState = (state: ActState): boolean => ['REQUESTED', 'INQUIRED', 'ANSWERED'].includes(state);

export const stateTone: Record<ActState, Tone> = {
  REQUESTED: 'dashed',
  INQUIRED: 'ask',
  ANSWERED: 'dashed',
  GRANTED: 'good',
  DECLINED: 'strong',
  CANCELLED: 'plain',
  WITHDRAWN: 'strong',
  EXPIRED: 'strong',
};

/** The officer's sentence for her word: 「了承します」 is not 「承認します」. */
export const grantSentence = (wording: string, t: Text): string => t(`${wording}します`, `Give it (${wording}します)`);

const englishKinds: Record<ActKind | CommunicationKind, string> = {
  ACKNOWLEDGE: 'acknowledgement',
  CONSENT: 'consent',
  PERMIT: 'permission',
  APPROVE: 'approval',
  USE_APPROVE: 'approval of use',
  CONFIRM: 'confirmation',
  PRESENT: 'presentation',
  RE_PRESENT: 're-presentation',
  NOTIFY: 'notification',
  SUBMIT: 'submission',
  REPORT: 'report',
  INFORM: 'information',
  PROVE: 'proof',
  CONSULT: 'consultation',
  SEEK_ADVICE: 'advice',
  INSTRUCT: 'instruction',
  DESIGNATE: 'designation',
  SHOW: 'showing',
};
/** The printed word; English readers get its meaning after it. */
export const wordOf = (wording: string, kind: ActKind | CommunicationKind, t: Text): string =>
  t(wording, `${wording} (${englishKinds[kind]})`);

export const timingName = (fact: 'BEFORE' | 'MISSING' | 'AFTER', t: Text): string =>
  ({
    BEFORE: t('事前に取得', 'Obtained beforehand'),
    MISSING: t('記録なし（要確認）', 'No record (to be checked)'),
    AFTER: t('事後の取得', 'Obtained afterwards'),
  })[fact];

export const needName = (need: ActNeed, wording: string, t: Text): string =>
  ({
    CHANGE_PROPOSAL: t('変更案の提出が必要です', 'A change proposal is needed'),
    RE_PRESENTATION: t('再提示が必要です', 'It has to be presented anew'),
    NEW_PERMISSION: t(`改めて${wording}が必要です`, `It has to be obtained anew (${wording})`),
  })[need];

export const channelName = (channel: Channel, t: Text): string =>
  ({
    SYSTEM: t('このシステム', 'this system'),
    MAIL: t('メール', 'mail'),
    TELEPHONE: t('電話', 'telephone'),
    PAPER: t('書面', 'paper'),
    MEETING: t('打合せ', 'meeting'),
    UNSENT: t('記録のみ・まだ伝えていません', 'written down, not sent yet'),
  })[channel];

/** Whose word it is; a 協議 belongs to both. */
export const fromName = (direction: Direction, t: Text): string =>
  ({
    FROM_CONTRACTOR: t('受注者から', 'from the contractor'),
    FROM_OFFICER: t('担当職員から', 'from the officer'),
    BOTH: t('双方', 'both sides'),
  })[direction];

/** Who wrote it down, and whether the officer confirmed what the contractor wrote. */
export const recordName = (recordedBy: Side | null, confirmed: boolean | null, t: Text): string | null => {
  if (recordedBy === null) return null;
  if (recordedBy === 'OFFICER') return t('担当職員が記録', 'recorded by the officer');
  return confirmed
    ? t('受注者が記録・担当職員確認済', 'recorded by the contractor, confirmed by the officer')
    : t('受注者が記録', 'recorded by the contractor');
};

export const dkimSentence = (result: DkimResult, domain: string | null | undefined, t: Text): string =>
  ({
    PASS: t(
      `電子署名（DKIM）を確かめました。${domain ?? ''} が送ったままの内容です。`,
      `Its electronic signature (DKIM) holds: the content is as ${domain ?? 'its sender'} sent it.`,
    ),
    FAIL: t('電子署名（DKIM）が合いません。', 'Its electronic signature (DKIM) does not hold.'),
    NONE: t(
      '電子署名（DKIM）はありません。送り主はこのファイルからは確かめられません。',
      'It carries no electronic signature (DKIM): this file alone does not show who sent it.',
    ),
    KEY_UNAVAILABLE: t(
      '電子署名（DKIM）はありますが、確かめるための鍵を取り寄せられませんでした。',
      'It carries an electronic signature (DKIM), but the key to check it with could not be fetched.',
    ),
    NOT_POSSIBLE: t(
      'この形式のファイルでは電子署名（DKIM）を確かめられません。',
      'The electronic signature (DKIM) cannot be checked in this kind of file.',
    ),
  })[result];

/** What a S/MIME signature says; nothing where there is none, as of most mails, or nobody looked. */
export const smimeSentence = (result: SmimeResult | null | undefined, t: Text): string | null =>
  !result || result === 'NONE'
    ? null
    : {
        VALID: t(
          '電子署名（S/MIME）を確かめました。差出人の証明書で署名されたままの内容です。',
          "Its electronic signature (S/MIME) holds: the content is as the sender's certificate signed it.",
        ),
        OTHER_SENDER: t(
          '電子署名（S/MIME）は、差出人とは別のアドレスの証明書によるものです。',
          'Its electronic signature (S/MIME) was made with the certificate of another address than the sender’s.',
        ),
        EXPIRED: t(
          '電子署名（S/MIME）の証明書は、受信した時点で有効期間外でした。',
          'The certificate of its electronic signature (S/MIME) was not in force when the mail was received.',
        ),
        UNKNOWN_ISSUER: t(
          '電子署名（S/MIME）はありますが、証明書の発行元を確かめられません。',
          'It carries an electronic signature (S/MIME), but the issuer of its certificate is not known here.',
        ),
        BROKEN: t('電子署名（S/MIME）が合いません。', 'Its electronic signature (S/MIME) does not hold.'),
        NOT_POSSIBLE: t(
          'この形式では電子署名（S/MIME）を確かめられません。',
          'An electronic signature (S/MIME) cannot be checked in this form.',
        ),
      }[result];
