import type { ReactNode } from 'react';
import type { ActedBy } from '../api/generated/types.gen';
import { formatInstant } from '../i18n/dates';
import { useLanguage } from '../i18n/language';
import { inBrackets } from '../i18n/punctuation';

/** Who, of which office and 課室, and when. They stay with a word for ever, also after a change of posts. */
export function Signed({ by, at }: { by: ActedBy; at?: string | null }) {
  const { t, language } = useLanguage();
  const place = [by.organisationName, by.sectionName].filter(Boolean).join(' ');
  return (
    <span className="text-[0.875rem] text-solid-gray-700">
      {by.name}
      {place && inBrackets(place, t)}
      {at && (
        <time className="ml-2" dateTime={at}>
          {formatInstant(at, language)}
        </time>
      )}
    </span>
  );
}

export type Tone = 'plain' | 'strong' | 'good' | 'ask' | 'dashed';
const tones: Record<Tone, string> = {
  plain: 'border-solid-gray-420 bg-white text-solid-gray-800',
  strong: 'border-solid-gray-800 bg-solid-gray-100 text-solid-gray-900',
  good: 'border-green-800 bg-green-50 text-green-1000',
  ask: 'border-blue-900 bg-blue-50 text-blue-1000',
  dashed: 'border-solid-gray-600 border-dashed text-solid-gray-800',
};

export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip ${tones[tone]}`}>{children}</span>;
}

/** Small labelled text blocks of a record. */
export function Said({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <p className="text-[0.875rem] text-solid-gray-600">{label}</p>
      <div className="pre">{children}</div>
    </div>
  );
}
