import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activitiesAgreement } from '../activities-agreement.ts';
import { makeActivities } from '../activities-data.ts';
import { activitiesDifferences } from '../compare-activities.ts';
import { data, inRoot, leadsOf, report, sla, thousands } from '../places.ts';
import { plain, type Section } from '../section.ts';

const HAND = 'activities by hand';

/** Attempts and first touches from ten activities a lead. */
export function activities(count: number): Section {
  const leads = leadsOf(count);
  const csv = `activities-of-${count}.csv`;
  const file = join(data, `activities-of-${count}.sla.yaml`);
  const ours = `sla report, ${thousands(count)} leads, ${thousands(10 * count)} activities`;
  const key = `LEAD-${String(count >> 1).padStart(9, '0')}`;
  return {
    name: 'activities',
    title: `${thousands(count)} leads with ${thousands(10 * count)} activities`,
    rounds: 1,
    rows: [
      plain(HAND, inRoot('bench', 'activities-by-hand.js'), leads.csv, join(data, csv)),
      report(ours, [{ ratio: 1.2, against: HAND }], file),
      sla('sla explain, one lead of these', [{ ratio: 1.2, against: ours }], 'explain', key, file),
    ],
    prepare: async () => {
      await leads.make();
      await makeActivities(join(data, csv), count);
      writeFileSync(file, activitiesAgreement(leads.name, csv));
    },
    differences: (stdout) => activitiesDifferences(stdout(HAND), stdout(ours)),
  };
}
