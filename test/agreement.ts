interface AgreementParts {
  readonly id?: string;
  readonly title?: string;
  /** The name of the version, which is quoted here. */
  readonly version?: string;
  readonly status?: string;
  readonly effective?: string;
  readonly language?: string;
  readonly timezone?: string;
  readonly teams?: string;
  readonly sponsor?: string;
  readonly calendars?: string;
  readonly sources?: string;
  readonly stages?: string;
  readonly profile?: string;
  readonly commitments?: string;
  readonly objectives?: string;
  readonly waivers?: string;
  /** Whole lines at the end, with their own keys. */
  readonly more?: string;
}

const TEAMS = '{ marketing: { title: Marketing, lead: A }, sales: { title: Sales, lead: B } }';

const leads = (timezone: string): string => `
  leads:
    files: leads.csv
    timezone: ${timezone}
    key: id
    fields: { id: id, created: { column: created, type: datetime, format: iso } }`;

/** The YAML of an agreement. Each part is what stands after its key: on the same line, or on lines below it when
 * it begins with a line break. The teams, the sponsor and a source of leads are there unless a part replaces them. */
export function agreementText(parts: AgreementParts): string {
  const { version = '1', timezone = 'Europe/Paris', more = '' } = parts;
  const sections: readonly (readonly [key: string, text: string | undefined])[] = [
    ['sla', '1'],
    ['id', parts.id ?? 'office'],
    ['title', parts.title ?? 'Office'],
    ['version', `"${version}"`],
    ['status', parts.status],
    ['effective', parts.effective],
    ['language', parts.language],
    ['timezone', timezone],
    ['sponsor', parts.sponsor ?? 'Director'],
    ['teams', parts.teams ?? TEAMS],
    ['calendars', parts.calendars],
    ['sources', parts.sources ?? leads(timezone)],
    ['stages', parts.stages ?? '{ made: { at: created } }'],
    ['profile', parts.profile],
    ['commitments', parts.commitments],
    ['objectives', parts.objectives],
    ['waivers', parts.waivers],
  ];
  const lines = sections.flatMap(([key, text]) => (text === undefined ? [] : [line(key, text)]));
  return lines.join('') + more;
}

const line = (key: string, text: string): string =>
  `${key}:${text.startsWith('\n') ? '' : ' '}${text.trimEnd()}\n`;
