import { Link } from '@tanstack/react-router';
import type { Communication } from '../../api/communications';
import { dayOf, formatDateShort } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { Reasons } from '../../ui/Notice';
import { Chip } from '../../ui/Words';
import { channelName, fromName, needName, recordName, wordOf } from './words';

export function CommunicationRow({ communication }: { communication: Communication }) {
  const { t, language } = useLanguage();
  const { id, kind, wording, text, actAt, direction, recordedBy, status, channel, urgent } = communication;
  const recorded =
    direction === 'FROM_OFFICER' && recordedBy === 'CONTRACTOR'
      ? recordName(recordedBy, status === 'CONFIRMED', t)
      : null;
  return (
    <li
      className={`border-solid-gray-300 border-b py-2 last:border-b-0 ${urgent ? 'border-l-8 border-l-error-1 pl-3' : ''}`}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={urgent ? 'strong' : 'plain'}>
          {urgent ? t('事故の第一報', 'Incident') : wordOf(wording, kind, t)}
        </Chip>
        {communication.need && <Chip tone="strong">{needName(communication.need, wording, t)}</Chip>}
        <Link to="/communications/$id" params={{ id }} className="link line-clamp-2 min-w-0 font-700">
          {text.split('\n')[0]}
        </Link>
      </p>
      <p className="text-[0.875rem] text-solid-gray-700">
        {dotted(
          [
            formatDateShort(dayOf(actAt), language),
            fromName(direction, t),
            channelName(channel, t),
            recorded,
            status === 'OBJECTED' && t('担当職員から異議あり', 'the officer objects'),
          ],
          t,
        )}
      </p>
      <Reasons of={communication.needReasons} />
    </li>
  );
}
