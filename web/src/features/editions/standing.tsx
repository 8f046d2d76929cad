import type { EditionDetails } from '../../api/generated/types.gen';
import { type Text, useText } from '../../i18n/language';
import { Chip, type Tone } from '../../ui/Words';

const tones: Record<EditionDetails['standing'], Tone> = { ADOPTED: 'good', OWN: 'strong', WITHDRAWN: 'dashed' };

type Standing = Pick<EditionDetails, 'standing' | 'isOwn' | 'adoptionRequested' | 'readableByAll'>;

/** Whom an edition is for, in two or three words. */
export const standingName = ({ standing, isOwn }: Pick<Standing, 'standing' | 'isOwn'>, t: Text): string =>
  standing === 'ADOPTED'
    ? t('採用済み', 'Adopted')
    : standing === 'WITHDRAWN'
      ? t('取下げ済み', 'Withdrawn')
      : isOwn
        ? t('この組織の版', 'Your organisation’s own')
        : t('公表した組織の版', 'Its publisher’s own');

/** Whom an edition is for, in a sentence: who sees it now, and who can use it. */
export const standingSentence = ({ standing, isOwn, adoptionRequested, readableByAll }: Standing, t: Text): string =>
  standing === 'ADOPTED'
    ? t('すべての組織が見て、契約に使えます。', 'Everyone sees it and can use it for contracts.')
    : standing === 'WITHDRAWN'
      ? t(
          '新しい契約には選べません。この版を使っている契約は、そのまま使えます。',
          'No further contract can take it. Contracts that are on it keep it.',
        )
      : !isOwn
        ? t(
            '公表した組織の契約だけが使えます。採用すると、すべての組織が使えるようになります。',
            'Only contracts of the organisation that published it use it. Once adopted, everyone can.',
          )
        : readableByAll
          ? t(
              'この組織の契約だけが使えます。採用中だった文言は、引き続き誰でも読めます。',
              'Only your organisation’s contracts use it. What was adopted stays readable for everyone.',
            )
          : adoptionRequested
            ? t(
                'この組織の契約だけが使えます。採用を依頼したため、省・局の方も見ることができます。',
                'Only your organisation’s contracts use it. Since you asked for its adoption, the ministry’s offices see it too.',
              )
            : t(
                'この組織の契約だけが使えます。見るのは、この組織の方と、この版を使う契約の関係者（担当課室、再委託先など）です。',
                'Only your organisation’s contracts use it. It is seen by your people and by the parties to contracts on it.',
              );

/** The words as marks beside an edition's name. */
export function StandingMarks({ edition }: { edition: Standing }) {
  const t = useText();
  return (
    <>
      <Chip tone={tones[edition.standing]}>{standingName(edition, t)}</Chip>
      {edition.adoptionRequested && <Chip tone="ask">{t('採用の依頼あり', 'Adoption requested')}</Chip>}
    </>
  );
}
