import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../language/catalogue.ts';
import { foundElsewhere } from '../language/rules/found-elsewhere.ts';
import { rules } from '../language/rules/index.ts';

/** A sound agreement; the examples of the rules take the place of its sections. */
export const EXAMPLE = `sla: 1
id: example
title: Marketing and sales agreement
version: "2026.1"
effective: { from: 2026-01-01 }
timezone: Europe/Paris
sponsor: Managing director
teams:
  marketing: { title: Marketing }
  sales: { title: Sales }
calendars:
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-12:30, 14:00-18:00] }, holidays: [FR] }
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
profile:
  must: { country: [FR, BE], size: 50..1000 }
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile }
    target: ">= 120 per month"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`;

/** The example with the sections of a piece in place of its own; the comment `# no sponsor` takes a section away. */
export function exampleWith(piece: string): string {
  const gone = [...piece.matchAll(/^# no (\w+)$/gm)].map((match) => match[1] as string);
  const own = sectionsOf(piece);
  const base = [...sectionsOf(EXAMPLE)].filter(([name]) => !gone.includes(name) && !own.has(name));
  return [...base, ...own].map(([, text]) => text).join('');
}

function sectionsOf(text: string): Map<string, string> {
  const starts = [...text.matchAll(/^(\w+):/gm)];
  return new Map(
    starts.map(({ 1: name, index }, i) => [name as string, text.slice(index, starts[i + 1]?.index)]),
  );
}

/** The pages of `docs/rules/` by file name, which are checked in. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map(
    [...rules, ...foundElsewhere].map((rule) => [
      `${rule.id}.md`,
      `# ${rule.id}

${rule.law}

Severity: ${rule.severity}. [All rules](index.md), and how to weigh or ignore one.

This keeps the rule:

\`\`\`yaml
${rule.good.trim()}
\`\`\`

This breaks it:

\`\`\`yaml
${rule.bad.trim()}
\`\`\`
`,
    ]),
  );
  pages.set('index.md', index());
  return pages;
}

function index(): string {
  const line = (id: string, severity: string, law: string): string => `| ${id} | ${severity} | ${law} |`;
  const table = (lint: boolean, link: (id: string) => string): string =>
    catalogue
      .filter((entry) => entry.lint === lint)
      .map(({ id, severity, law }) => line(link(id), severity, law))
      .join('\n');
  return `# Rules

Written by \`npm run generate\` from the rules themselves.

## Lint rules

What an agreement that means something may still get wrong between two teams. The section \`lint\` weighs them:

\`\`\`yaml
lint: { one-way: error, unused-stage: off }
\`\`\`

A comment on the line of a finding, or on the line above it, says why a rule does not hold there. The reason is required, and a
comment that nothing answers to is reported:

\`\`\`yaml
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  called: { at: contacted_at } # sla-ignore unused-stage: the name that the call centre uses in its own reports
\`\`\`

| rule | severity | law |
| --- | --- | --- |
${table(true, (id) => `[${id}](${id}.md)`)}

The examples of their pages take the place of sections of this agreement:

\`\`\`yaml
${EXAMPLE.trim()}
\`\`\`

## Structural rules

What breaks one of these has no meaning to judge by. They can be neither weighed nor ignored.

| rule | severity | law |
| --- | --- | --- |
${table(false, (id) => id)}
`;
}

/** Pages of rules that are gone are removed. */
export function generateRulePages(outDir: string): void {
  const pages = rulePages();
  mkdirSync(outDir, { recursive: true });
  for (const file of readdirSync(outDir)) if (!pages.has(file)) rmSync(join(outDir, file));
  for (const [file, text] of pages) writeFileSync(join(outDir, file), text);
}
