/** A lead of the firm: its number, and minutes since 1 May 2026, 00:00 in Paris. */
interface Lead {
  readonly number: number;
  readonly arrived: number;
  readonly called: number | null;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** The days on which the two exports were made: 12 June, from which May was closed, and 30 June. */
const [CLOSED, TODAY] = [42 * DAY + 17 * HOUR, 60 * DAY + 17 * HOUR];

/** One lead on most days. Each third is called within two days, one of nine never. */
const LEADS: readonly Lead[] = Array.from({ length: 54 }, (_, n): Lead => {
  const arrived = n * (DAY + 2 * HOUR) + 9 * HOUR + ((n * 37) % 240);
  const waited = n % 9 === 4 ? null : ((n % 3 === 0 ? 26 : 3) + (n % 4)) * HOUR;
  return { number: n + 1, arrived, called: waited === null ? null : arrived + waited };
});

/** What happened to May after it was closed: two calls were written back by a day, one lead is gone. */
const [EARLIER, GONE] = [new Set([7, 16]), 10];

/** The export of a day: what came later is not in it. */
function exportOf(leads: readonly Lead[], day: number): string {
  const rows = leads
    .filter(({ arrived }) => arrived <= day)
    .map(({ number, arrived, called }) =>
      [
        `C-${String(number).padStart(3, '0')}`,
        instant(arrived),
        called === null || called > day ? '' : instant(called),
      ].join(','),
    );
  return `${['Lead,Arrived,First call', ...rows].join('\n')}\n`;
}

/** Local time as the CRM writes it: `2026-05-04 09:30`. */
const instant = (minutes: number): string =>
  new Date(Date.UTC(2026, 4, 1) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** The export from which May was closed, and that of today, in which somebody has edited May. */
export const closedMonthFiles = (): { readonly closing: string; readonly today: string } => ({
  closing: exportOf(LEADS, CLOSED),
  today: exportOf(
    LEADS.filter(({ number }) => number !== GONE).map((lead) =>
      EARLIER.has(lead.number) && lead.called !== null ? { ...lead, called: lead.called - DAY } : lead,
    ),
    TODAY,
  ),
});
