import { withIds } from '../../../language/edit/own-ids.ts';
import { language } from '../../../messages/index.ts';

/** What a draft calls teams, stages, promises and fields, in other languages than its own. No marks: a shell types them. */
const IDS: Readonly<Partial<Record<ReturnType<typeof language>, Readonly<Record<string, string>>>>> = {
  fr: {
    ...{ sales: 'ventes', office: 'bureau' },
    ...{ created: 'cree', qualified: 'qualifie', contacted: 'contacte', answered: 'repondu', won: 'gagne' },
    ...{ created_at: 'cree_le', qualified_at: 'qualifie_le', contacted_at: 'contacte_le' },
    ...{ decided_at: 'decide_le', won_at: 'gagne_le', modified_at: 'modifie_le' },
    ...{ source: 'origine', email: 'courriel', phone: 'telephone', company: 'societe', country: 'pays' },
    ...{ company_size: 'effectif', job_title: 'fonction', owner: 'commercial', status: 'statut' },
    ...{ amount: 'montant', reason: 'motif', opportunity: 'affaire' },
    ...{
      'complete-records': 'fiches-remplies',
      'first-contact': 'premier-contact',
      'follow-up': 'relances',
    },
    ...{ 'first-answer': 'premier-retour', 'done-in-time': 'fait-au-jour-dit', 'on-time': 'dans-les-temps' },
    ...{
      feedback: 'retours',
      satisfied: 'satisfaction',
      answers: 'traitement',
      'new-business': 'nouvelles-affaires',
      customers: 'clients',
      'new-customers': 'nouveaux-clients',
    },
  },
};

/** The text of a draft with the ids of the language that is spoken, also in the lines that a comment holds in reserve. */
export function inOwnIds(text: string): string {
  const names = IDS[language()];
  if (names === undefined) return text;
  const own = (id: string): string => names[id] ?? id;
  return withIds(text, names).replaceAll(/^\s*#.*$/gm, (comment) =>
    comment
      .replace(/^(\s*#\s+)([a-z_]+)(?=: )/, (_, sign: string, id: string) => sign + own(id))
      .replace(/(?<=--by )owner\b/, own)
      .replace(/(?<=\[marketing, )sales(?=\])/, own)
      .replace(/(?<=\{ id: )[a-z-]+(?=, title: )/, own)
      .replace(/(?<=\{ stage: )[a-z_]+(?= \})/, own),
  );
}
