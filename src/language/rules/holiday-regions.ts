import { mark, t } from '../../messages/index.ts';
import type { Rule } from './rule.ts';

/** Countries that leave most of their public holidays to their parts, with the codes of all of these. */
export const REGIONS: Readonly<Record<string, string>> = {
  AU: 'ACT NSW NT QLD SA TAS VIC WA',
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  CH: 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH',
  DE: 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH',
  ES: 'AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC',
  GB: 'ENG NIR SCT WLS',
};

/** The holidays of Switzerland alone are one day a year: an office there closes on those of its canton. */
export const holidayRegions: Rule = {
  id: 'holiday-regions',
  severity: 'info',
  law: mark`Where public holidays are those of a region, the region is named.`,
  good: `
calendars:
  office: { timezone: Europe/Zurich, week: { mon-fri: [09:00-18:00] }, holidays: [CH-GE] }
`,
  bad: `
calendars:
  office: { timezone: Europe/Zurich, week: { mon-fri: [09:00-18:00] }, holidays: [CH] }
`,
  check({ calendars }) {
    return Object.values(calendars).flatMap(({ id, holidays }) =>
      holidays.flatMap((ref, i) => {
        if (ref.kind !== 'rule' || ref.region !== null) return [];
        const regions = Object.hasOwn(REGIONS, ref.country) ? REGIONS[ref.country]?.split(' ') : undefined;
        const named = holidays.some(
          (other) => other.kind === 'rule' && other.country === ref.country && other.region !== null,
        );
        if (regions === undefined || named) return [];
        const example = `${ref.country}-${regions[0]}`;
        return [
          {
            message: t`The public holidays of "${ref.country}" differ from region to region, and no region is named`,
            help: t`write ${example}, or another of ${regions.join(', ')}`,
            path: ['calendars', id, 'holidays', i],
          },
        ];
      }),
    );
  },
};
