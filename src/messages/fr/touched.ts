import type { Catalogue } from '../catalogue.ts';

/** Conditions on the activities of leads. */
export const touched: Catalogue = {
  'The rows of "{0}" have no date: it has no field "at" that is one':
    'Les lignes de « {0} » n’ont pas de date : aucun champ « at » n’en est une',
  'add to its fields: at: { column: <header>, type: datetime, format: iso }':
    'ajoutez à ses champs : at: { column: <en-tête>, type: datetime, format: iso }',
  '"touched" says which rows of activities a case has': '« touched » dit quelles lignes d’activités un cas a',
  'write touched: { source: activities, where: { kind: call } }, and before: with a stage if it matters when':
    'écrivez touched: { source: activities, where: { kind: call } }, et before: avec une étape si le moment importe',
  '"{0}" says nothing of activities': '« {0} » ne dit rien d’activités',
  'Activities are asked for in promises, segments, the profile and waivers alone':
    'Les activités ne se demandent que dans les engagements, les segments, le profil et les dérogations',
  'write "touched" into the "where" or the "with" of a promise':
    'écrivez « touched » dans le « where » ou le « with » d’un engagement',
  "The profile asks for activities, and a stage can't rest on these":
    'Le profil demande des activités, et une étape ne peut pas reposer sur elles',
  'write the condition out without "touched"': 'écrivez la condition en toutes lettres, sans « touched »',

  // Promises that count the same leads
  '{0} more pair of promises may count the same leads: it was not compared':
    '{0} autre paire de promesses compte peut-être les mêmes leads : elle n’a pas été comparée',
  '{0} more pairs of promises may count the same leads: they were not compared':
    '{0} autres paires de promesses comptent peut-être les mêmes leads : elles n’ont pas été comparées',
  '{0}: {1} lead counts in both, so their numbers are not to be added':
    '{0} : {1} lead compte dans les deux, donc leurs nombres ne s’additionnent pas',
  '{0}: {1} leads count in both, so their numbers are not to be added':
    '{0} : {1} leads comptent dans les deux, donc leurs nombres ne s’additionnent pas',
  '{0}: {1} case counts in both, so their numbers are not to be added':
    '{0} : {1} cas compte dans les deux, donc leurs nombres ne s’additionnent pas',
  '{0}: {1} cases count in both, so their numbers are not to be added':
    '{0} : {1} cas comptent dans les deux, donc leurs nombres ne s’additionnent pas',
};
