import { isZone } from '../../../calendar/zone.ts';
import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import type { Question } from '../../../model/init.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { NOT_FIRST, NOT_OF_LEADS } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import { dateLine } from './date-line.ts';
import { isDate, type Mapping, namedColumns, unreadDates } from './mapping.ts';
import { COUNTRIES, readColumn, readColumnOrNone, readCountry, readHours, readZone } from './read-answer.ts';

/** Of folded headers: words that are French and of no neighbour. */
const FRENCH =
  /\b(?:le|du|des|d|de la|votre|date de|nom|prenom|societe|entreprise|pays|statut|proprietaire|affaire|piste|prospect|commercial|telephone|adresse|etape|montant|valeur|motif|secteur|nombre d|cree|modifie|gagne|perdu|signe|horodateur)\b/;

/** Whether the headers are those of a French interface. */
export const isFrench = (sniff: Sniff | null): boolean =>
  sniff !== null &&
  sniff.columns.filter(({ name }) => FRENCH.test(fold(name))).length >= sniff.columns.length / 4;

export function timezoneQuestion(sniff: Sniff | null): Question {
  const french = isFrench(sniff);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    flag: '--timezone',
    text: sniff?.preset
      ? t`In which time zone are the times of the export, and the months of the report? (such as Europe/Paris; the times of this export show ${sniff.preset.clock})`
      : t`In which time zone are the times of the export, and the months of the report? (such as Europe/Paris)`,
    fallback: french ? 'Europe/Paris' : here,
    why: french ? t`the headers are French` : t`the zone of this machine`,
    choices: null,
    read: readZone,
    check: (answer) => (isZone(answer) ? null : t`"${answer}" is not a time zone such as Europe/Paris`),
  };
}

export function hoursQuestion(french: boolean, wholeDays: boolean): Question {
  return {
    flag: '--hours',
    text: t`Which hours does sales work, Monday to Friday? (such as 09:00-12:30, 14:00-18:00)`,
    fallback: wholeDays ? '00:00-24:00' : french ? '09:00-12:30, 14:00-18:00' : '09:00-17:00',
    why: wholeDays
      ? t`the dates have no time, so whole days are counted`
      : french
        ? t`usual in French offices`
        : t`usual office hours`,
    choices: null,
    read: readHours,
    check: (answer) =>
      answer.split(',').every((window) => /^\s*\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}\s*$/.test(window))
        ? null
        : t`"${answer}" is not a list of hours such as 09:00-12:30, 14:00-18:00`,
  };
}

export function holidaysQuestion(timezone: string): Question {
  const country = COUNTRIES[timezone];
  return {
    flag: '--holidays',
    text: t`Whose public holidays close the office? (a country such as FR, a region such as FR-57, or none)`,
    fallback: country ?? 'none',
    why: country ? t`the country of ${timezone}` : t`no country is known for ${timezone}`,
    choices: null,
    read: readCountry,
    check: (answer) =>
      /^(?:none|[A-Z]{2}(?:-[A-Z0-9-]{1,6})?)$/.test(answer)
        ? null
        : t`"${answer}" is not a country such as FR, nor none`,
  };
}

/** What is planned, what moves with the latest event, and what is of something else than a lead. */
const OTHERS = new RegExp(`${NOT_FIRST.source}|${NOT_OF_LEADS.source}`);

/** Which date starts the clock, and which one stops it. */
export function dateQuestion(role: 'qualified' | 'contacted', sniff: Sniff, mapping: Mapping): Question {
  const dates = namedColumns(sniff).filter(isDate);
  const free = dates.filter(
    ({ name, filled, role: known }) => known === null && filled * 2 >= sniff.rows && !OTHERS.test(fold(name)),
  );
  const only = free.length === 1 ? free[0] : undefined;
  const proposed =
    role === 'qualified'
      ? (mapping.qualified ?? mapping.created ?? only ?? mapping.opportunity)
      : mapping.contacted;
  const names = dates.map(({ name }) => name);
  return {
    flag: `--${role}`,
    text:
      role === 'qualified'
        ? t`Which date says that a lead was handed to sales?`
        : t`Which date says that sales made the first contact?`,
    fallback: proposed?.name ?? 'none',
    why: whyDate(role, proposed, namedColumns(sniff)),
    choices: role === 'qualified' ? names : [...names, 'none'],
    beside: [...dates.map((column) => dateLine(column, sniff)), t`the export has no such date`],
    read: (answer) => (role === 'contacted' ? readColumnOrNone(names, answer) : readColumn(names, answer)),
    check: (answer) =>
      names.includes(answer) || (role === 'contacted' && answer === 'none')
        ? null
        : t`"${answer}" is not a date of the export; its dates are ${allOf(names)}`,
  };
}

function whyDate(
  role: 'qualified' | 'contacted',
  proposed: SniffColumn | undefined,
  columns: readonly SniffColumn[],
): string {
  if (!proposed) {
    const [named] = unreadDates(columns, role);
    return named
      ? t`"${named.name}" is named so, and its cells can not be read as dates`
      : t`no column says so`;
  }
  if (proposed.role === null) return t`the only date that is left`;
  return role === 'qualified' && proposed.role.name === 'opportunity'
    ? t`no column says so, and "${proposed.name}" is when sales began to work on it`
    : proposed.role.why;
}

export const targetQuestion = (): Question => ({
  flag: '--target',
  text: t`Start from what was kept in 80% or in 90% of past cases?`,
  fallback: '80',
  why: t`a first target that was kept before`,
  choices: ['80', '90'],
  check: (answer) => (answer === '80' || answer === '90' ? null : t`"${answer}" is neither 80 nor 90`),
});
