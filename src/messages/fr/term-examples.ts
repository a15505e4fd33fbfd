import type { Catalogue } from '../catalogue.ts';

/** What the terms of an agreement mean on an example. */
export const termExamples: Catalogue = {
  // Of promises
  'weighed by {0}: one case of {1} counts as much as ten of {2}':
    'pondéré par {0} : un cas de {1} compte autant que dix de {2}',
  'three cases with one value of {0} count once, and a case without a value does not count':
    'trois cas d’une même valeur de {0} comptent une fois, et un cas sans valeur ne compte pas',
  'a row in {0}': 'une ligne de « {0} »',
  'a row in {0} where {1}': 'une ligne de « {0} » où {1}',
  '{0} counts whenever it came, and one that is still to come does not':
    '{0} compte quelle que soit sa date, et une qui est encore à venir ne compte pas',
  '{0} counts for a case with {1} on {2} if it came by the end of that day, and not if it came later':
    '{0} compte pour un cas dont {1} est du {2} si elle date au plus tard de ce jour, et pas si elle est venue après',
  '{0} counts for a case with {1} on {2} at {3} if it came by then, and not if it came later':
    '{0} compte pour un cas dont {1} est du {2} à {3} si elle date au plus tard de cet instant, et pas si elle est venue après',
  '{0} in {1} is evidence once that file is there, from the folder of the agreement; so is an https link, which is not opened':
    '{0} dans {1} est une preuve dès que ce fichier est là, à partir du dossier de l’accord ; un lien https aussi, et il n’est pas ouvert',

  // Of the agreement
  'shared parts': 'parties partagées',
  'owners of {0}': 'responsables des lignes de « {0} »',
  profile: 'profil',
  waivers: 'dérogations',
  'from {0}: {1}': 'de {0} : {1}',
  '{0}; what this file says of {1} goes before': '{0} ; ce que ce fichier dit de {1} l’emporte',
  'a cell with another word than the agreed ones is counted as outside':
    'une cellule qui a un autre mot que les mots convenus est comptée comme en dehors',
  '{0} is no agreed word: it is counted as outside, and as a personal field not told':
    '{0} n’est pas un mot convenu : il est compté comme en dehors, et n’est pas cité, car le champ est personnel',
  '{0} is no agreed word: it is counted as outside, and told with the nearest one, {1}':
    '{0} n’est pas un mot convenu : il est compté comme en dehors, et cité avec le plus proche, {1}',
  'in the groups of --by owner, what is due on {0} at {1} is charged to who had it then, also where another has it the day after; its clock goes on':
    'dans les groupes de --by owner, ce qui est à traiter au plus tard le {0} à {1} est au compte de qui l’avait alors, même si un autre l’a le lendemain ; le délai continue de courir',
  '{0} is set aside unless the promise is kept for it; both numbers are shown':
    '{0} est mis à part, sauf si l’engagement est tenu pour lui ; les deux chiffres sont affichés',
  'a lead for which {0}': 'un lead pour lequel {0}',
  'a lead that starts {0} and for which {1}': 'un lead qui commence {0} et pour lequel {1}',
  'a lead that starts no later than {0} and for which {1}':
    'un lead qui commence au plus tard le {0} et pour lequel {1}',
};
