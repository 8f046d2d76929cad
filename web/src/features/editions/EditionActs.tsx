import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { EditionDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { FormButtons, form, type Offered } from '../../ui/FormDialog';
import { field } from '../../ui/FormFields';

/** What the reader can do about whom the edition is for; each act says beforehand who will see and use it. */
export function EditionActs({ edition }: { edition: Pick<EditionDetails, 'code' | 'version' | 'can'> }) {
  const t = useText();
  const at = { path: { code: edition.code }, version: edition.version };
  const reason = field({
    name: 'reason',
    label: t('理由', 'Reason'),
    kind: 'area',
    required: true,
    hint: t('この版を見る方全員が読めます。', 'Everyone who sees the edition can read it.'),
  });
  const act = (
    can: keyof EditionDetails['can'],
    label: string,
    above: string,
    send: (body: { reason: string }) => Promise<unknown>,
    more: Pick<Offered, 'weight'> & { isDangerous?: boolean; wantsNoReason?: boolean },
  ): Offered => ({
    label,
    can: edition.can[can],
    weight: more.weight,
    form: form({
      title: `${label}　${edition.code}`,
      fields: more.wantsNoReason ? [] : [reason],
      confirm: label,
      isDangerous: more.isDangerous,
      above: <p className="max-w-[36rem]">{above}</p>,
      send,
    }),
  });
  return (
    <FormButtons
      contractId=""
      forms={[
        act(
          'requestEditionAdoption',
          t('採用を依頼', 'Ask for adoption'),
          t(
            '省・局の方が、この版の全文と組織名を見られるようになります。通知のメールは送りません。',
            'The people of the ministry’s offices will see all of this edition and your organisation’s name. No mail is sent.',
          ),
          () => call(api.requestEditionAdoption, at),
          { weight: 'main', wantsNoReason: true },
        ),
        act(
          'adoptEdition',
          t('採用', 'Adopt'),
          t(
            'すべての組織がこの版を見て、契約に使えるようになります。以後の改訂は省・局の側が行います。',
            'Everyone will see this edition and can use it for contracts. From then on the ministry’s side corrects it.',
          ),
          (body) => call(api.adoptEdition, { ...at, body }),
          { weight: 'main' },
        ),
        act(
          'withdrawEditionAdoption',
          t('採用を取り消す', 'Take the adoption back'),
          t(
            '新しい契約には選べなくなります（組織が公表した版は、その組織だけが選べます）。使用中の契約はそのまま使え、採用中だった文言は引き続き誰でも読めます。',
            'No further contract can take it (a firm’s edition can still be taken by that firm). Contracts that are on it keep it, and what was adopted stays readable for everyone.',
          ),
          (body) => call(api.withdrawEditionAdoption, { ...at, body }),
          { weight: 'rare', isDangerous: true },
        ),
        act(
          'withdrawEdition',
          t('取り下げる', 'Withdraw'),
          t(
            '新しい契約には選べなくなります。元には戻せません。使用中の契約は、そのまま使えます。',
            'No further contract can take it, and this cannot be undone. Contracts that are on it keep it.',
          ),
          (body) => call(api.withdrawEdition, { ...at, body }),
          { weight: 'rare', isDangerous: true },
        ),
      ]}
    />
  );
}
