/** What a part may import, beside itself and src/generated, and why no more and no less. A name is a part or a folder, or one file of it. */
export interface Allowed {
  readonly imports: readonly string[];
  readonly why: string;
}

const data = ['model', 'messages'];

/** The parts of src/. They meet in data (model/); app/ alone composes them. docs/decisions.md says why. */
export const PARTS: Readonly<Record<string, Allowed>> = {
  model: { imports: [], why: 'data that all parts share: it knows nobody' },
  messages: { imports: [], why: 'every part says something, in every language' },
  kinds: { imports: data, why: 'a kind of measure owns itself: others ask it, it asks nobody' },
  calendar: { imports: data, why: 'open time is computed from values alone' },
  presets: { imports: data, why: 'what a CRM exports is a table of constants' },
  dates: {
    imports: ['model', 'messages'],
    why: 'a pattern of dates is read alike by the language and by SQL, and with the eye that cells are read with',
  },
  xlsx: {
    imports: ['model'],
    why: 'a workbook counts days and writes text alike, whoever reads or writes it',
  },
  sql: {
    imports: [...data, 'dates'],
    why: 'a statement is made of a plan, and is text until the engine runs it',
  },
  engine: {
    imports: [
      ...data,
      'sql/session.ts',
      'sql/server-session.ts',
      'sql/keep.ts',
      'sql/server-facts/statement.ts',
      'sql/dialects/index.ts',
      'sql/dialects/dialect.ts',
      'files',
    ],
    why: 'it runs statements, those of its own session too; its scratch folder is on the disk',
  },
  files: { imports: data, why: 'the disk and git, and no meaning of what they hold' },
  reading: {
    imports: [...data, 'sql', 'engine', 'files', 'xlsx'],
    why: 'exports become tables: bytes from the disk, statements to the engine',
  },
  report: {
    imports: [...data, 'calendar/day.ts', 'calendar/zone.ts', 'xlsx'],
    why: 'a format writes data, and instants in local time; it judges nothing',
  },
  sniff: { imports: data, why: 'it looks at cells before there is an agreement' },
  change: {
    imports: [...data, 'kinds', 'calendar/seasons.ts'],
    why: 'two versions are compared by meaning, which a kind knows of its terms, and seasons of their dates',
  },
  language: {
    imports: [
      ...data,
      'kinds',
      'presets',
      'dates',
      'calendar/day.ts',
      'calendar/duration.ts',
      'calendar/period-days.ts',
      'calendar/seasons.ts',
      'calendar/week.ts',
      'calendar/windows.ts',
      'calendar/zone.ts',
    ],
    why: 'what is written in an agreement is decoded with the words of kinds, presets, dates and calendars; no data are read',
  },
  plan: {
    imports: [...data, 'kinds', 'calendar'],
    why: 'promises become plans, and counts become verdicts, in values alone',
  },
  app: {
    imports: [
      ...data,
      'kinds',
      'presets',
      'calendar',
      'language',
      'plan',
      'sql',
      'engine',
      'files',
      'reading',
      'change',
      'report',
      'sniff',
    ],
    why: 'a recipe composes all parts, so that no two of them need to know each other',
  },
  cli: { imports: [...data, 'app'], why: 'it parses, calls a recipe and prints' },
  build: {
    imports: [...data, 'kinds', 'presets', 'calendar', 'language'],
    why: 'it writes schemas, pages and tables from what these parts declare, and is not shipped',
  },
  'main.ts': {
    imports: [...data, 'app', 'cli', 'engine', 'files'],
    why: 'the process: it hands the real disk to the command line',
  },
  'index.ts': {
    imports: [...data, 'app', 'files/node-io.ts'],
    why: 'the library: recipes and their types, and the world of a process that calls them',
  },
};

/**
 * The folders of src/app. A file beside them is the recipe of a command: nothing behind that door imports it, but for those that are
 * named here. The recipes themselves import any folder, and may run each other.
 */
export const ROOMS: Readonly<Record<string, Allowed>> = {
  findings: { imports: [], why: 'every room finds something: their order and their rules rest on no room' },
  agreements: {
    imports: ['findings', 'wording'],
    why: 'an agreement is found and read before anything else is; what it means on an example is said in its words',
  },
  exports: {
    imports: ['agreements'],
    why: 'the agreement names the exports; who reads them does not judge them',
  },
  judging: {
    imports: ['findings', 'agreements', 'exports', 'wording'],
    why: 'promises are judged on the exports that were read; a waiver says its condition in words',
  },
  printed: {
    imports: ['exports', 'judging'],
    why: 'a statement for tables that nobody has read is planned as a run is',
  },
  wording: { imports: [], why: 'an agreement is put into words from its terms alone' },
  closed: {
    imports: ['findings', 'agreements', 'judging'],
    why: 'a closed month is judged again and held against its record',
  },
  behind: {
    imports: ['agreements', 'closed', 'disputed', 'exports', 'judging', 'tried'],
    why: 'what lies behind results is asked for once they are judged',
  },
  past: {
    imports: ['agreements', 'judging'],
    why: 'a limit that is tried is judged as a promise is',
  },
  ahead: {
    imports: ['judging'],
    why: 'the way back from an objective rests on what was counted',
  },
  tried: {
    imports: ['agreements', 'exports', 'judging'],
    why: 'the KPIs of an experiment are judged as every promise is',
  },
  disputed: {
    imports: ['agreements', 'judging'],
    why: 'what is disputed is a case of a promise that was judged',
  },
  why: {
    imports: ['agreements', 'exports', 'judging'],
    why: 'what it counts was planned and read as every promise is',
  },
  instrument: {
    imports: ['agreements', 'exports', 'judging'],
    why: 'questions are asked of exports that were read for a verdict',
  },
  meeting: {
    imports: ['agreements', 'closed', 'exports', 'judging'],
    why: 'what a meeting looks at beside the results: single leads, open days, official numbers',
  },
  receipt: {
    imports: ['agreements', 'exports', 'judging', 'wording'],
    why: 'a receipt explains what was judged, in the words of the agreement',
  },
  changes: {
    imports: ['findings', 'agreements', 'judging'],
    why: 'two versions are compared, and judge the same leads',
  },
  'init/ask': { imports: [], why: 'questions and answers, from what was sniffed' },
  'init/propose': {
    imports: ['init/ask', 'sniff.ts'],
    why: 'a proposal rests on answers; further exports are sniffed by the recipe of the command',
  },
  'init/write': { imports: ['agreements', 'init/ask', 'init/propose'], why: 'what is proposed becomes text' },
  init: {
    imports: ['agreements', 'init/ask', 'init/propose', 'init/write', 'sniff.ts', 'report.ts'],
    why: 'a command with rooms of its own: it sniffs, and tries what it proposes as "sla report" does',
  },
};
