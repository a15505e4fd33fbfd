/**
 * What the teams write down by hand: short, so it is written here as it is. In March the second meeting took place and
 * nobody wrote minutes; the training counts for nothing.
 */
export const MEETINGS = `date,kind,subject,minutes
2026-01-13,alignment,Lead definitions for the year,minutes/2026-01-13.md
2026-01-27,alignment,January pipeline,minutes/2026-01-27.md
2026-02-10,alignment,Trade fair follow-up,minutes/2026-02-10.md
2026-02-24,alignment,February pipeline,minutes/2026-02-24.md
2026-03-10,alignment,Response times,minutes/2026-03-10.md
2026-03-19,training,New demonstration for sales,minutes/2026-03-19.md
2026-03-24,alignment,March pipeline,
2026-04-08,alignment,The agreement from 15 April on,minutes/2026-04-08.md
2026-04-21,alignment,First week of the new terms,minutes/2026-04-21.md
2026-05-12,alignment,Incomplete records in April,minutes/2026-05-12.md
2026-05-28,alignment,May pipeline,minutes/2026-05-28.md
2026-06-09,alignment,Summer campaign,minutes/2026-06-09.md
`;

/** Path under `examples/acme` to the text of the minutes of each meeting that has any. */
export const MINUTES: Readonly<Record<string, string>> = Object.fromEntries(
  MEETINGS.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .flatMap(([date, kind, subject, minutes]) =>
      minutes === undefined || minutes === ''
        ? []
        : [[minutes, `# ${subject}\n\n${date}, ${kind}: marketing and sales, 45 minutes.\n`]],
    ),
);

export const CAMPAIGNS = `# Campaigns that both teams run together. "sales" is the name of the salesperson who takes part.
- title: Trade fair in Lyon
  started: 2026-01-20
  sales: Benoît Kerdrel
- title: Webinar for accountants
  started: 2026-03-05
  sales: Céline Orsenne
- title: Newsletter of the spring
  started: 2026-03-23
  sales: # marketing alone
- title: Customer breakfast in Nantes
  started: 2026-05-19
  sales: Éléa Sévignac
`;
