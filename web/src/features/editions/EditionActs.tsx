import { post } from '../../api/client';
import type { EditionStand } from '../../api/types';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { FormButtons, type Offered } from '../../ui/FormDialog';
import type { FormField } from '../../ui/FormFields';

/** What the reader can do about whom the edition is for; each act says beforehand who will see and use it. */
export function EditionActs({ edition }: { edition: EditionStand }) {
  const t = useText();
  const reason: FormField = {
    name: 'reason',
    label: t('理由', 'Reason'),
    kind: 'area',
    required: true,
    hint: t('この版を見る方全員が読めます。', 'Everyone who sees the edition can read it.'),
  };
  const act = (
    can: keyof EditionStand['can'],
    path: Parameters<typeof api.editionAct>[1],
    label: string,
    above: string,
    more: Partial<Offered> & { fields?: FormField[]; isDangerous?: boolean } = {},
  ): Offered => ({
    label,
    isOffered: edition.can[can] === true,
    weight: more.weight,
    form: {
      title: `${label}　${edition.code}`,
      fields: more.fields ?? [reason],
      confirm: label,
      isDangerous: more.isDangerous,
      above: <p className="max-w-[36rem]">{above}</p>,
      send: (body) => post(api.editionAct(edition.code, path), body, edition.version),
    },
  });
  return (
    <FormButtons
      contractId=""
      touched={[['editions']]}
      forms={[
        act(
          'requestEditionAdoption',
          'adoption-request',
          t('採用を依頼', 'Ask for adoption'),
          t(
            '省・局の方が、この版の全文と組織名を見られるようになります。通知のメールは送りません。',
            'The people of the ministry’s offices will see all of this edition and your organisation’s name. No mail is sent.',
          ),
          { weight: 'main', fields: [] },
        ),
        act(
          'adoptEdition',
          'adoption',
          t('採用', 'Adopt'),
          t(
            'すべての組織がこの版を見て、契約に使えるようになります。以後の改訂は省・局の側が行います。',
            'Everyone will see this edition and can use it for contracts. From then on the ministry’s side corrects it.',
          ),
          { weight: 'main' },
        ),
        act(
          'withdrawEditionAdoption',
          'adoption/withdrawal',
          t('採用を取り消す', 'Take the adoption back'),
          t(
            '新しい契約には選べなくなります（組織が公表した版は、その組織だけが選べます）。使用中の契約はそのまま使え、採用中だった文言は引き続き誰でも読めます。',
            'No further contract can take it (a firm’s edition can still be taken by that firm). Contracts that are on it keep it, and what was adopted stays readable for everyone.',
          ),
          { weight: 'rare', isDangerous: true },
        ),
        act(
          'withdrawEdition',
          'withdrawal',
          t('取り下げる', 'Withdraw'),
          t(
            '新しい契約には選べなくなります。元には戻せません。使用中の契約は、そのまま使えます。',
            'No further contract can take it, and this cannot be undone. Contracts that are on it keep it.',
          ),
          { weight: 'rare', isDangerous: true },
        ),
      ]}
    />
  );
}
