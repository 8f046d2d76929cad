import { Link } from '@tanstack/react-router';
import type { ActSummary } from '../../api/generated/types.gen';
import { dayOf, formatDateShort } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { Reasons } from '../../ui/Notice';
import { Chip } from '../../ui/Words';
import { actStateName, needName, recordName, stateTone, timingName, wordOf } from './words';

/** One procedure in a list: its title, how it stands, and the facts about its times. */
export function ActRow({ act }: { act: ActSummary }) {
  const { t, language } = useLanguage();
  const day = (date: string) => formatDateShort(date, language);
  const recorded = recordName(act.recordedBy, act.confirmed, t);
  const facts = [
    `${act.number === null ? '' : t(`事項${act.number}) `, `Item ${act.number}) `)}${wordOf(act.wording, act.kind, t)}`,
    act.actAt && `${t('回答', 'given')} ${day(dayOf(act.actAt))}`,
    act.startsOn && `${t('開始予定', 'starts')} ${day(act.startsOn)}`,
    act.startedOn && `${t('開始', 'started')} ${day(act.startedOn)}`,
    act.expiresOn && `${t('期限', 'until')} ${day(act.expiresOn)}`,
  ];
  return (
    <li className="border-solid-gray-300 border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={act.unsent ? 'strong' : stateTone[act.state]}>{actStateName(act, t)}</Chip>
        {act.mode === 'STANDING' && <Chip>{t('包括', 'standing')}</Chip>}
        {act.timing && act.timing.fact !== 'BEFORE' && <Chip tone="strong">{timingName(act.timing.fact, t)}</Chip>}
        {act.need && <Chip tone="strong">{needName(act.need, act.wording, t)}</Chip>}
        {act.recordedBy === 'CONTRACTOR' && <Chip tone={act.confirmed ? 'good' : 'dashed'}>{recorded}</Chip>}
        <Link to="/authority-acts/$id" params={{ id: act.id }} className="link font-700">
          {act.title}
        </Link>
      </p>
      <p className="text-[0.875rem] text-solid-gray-700">{dotted(facts, t)}</p>
      <Reasons of={act.needReasons} />
    </li>
  );
}
