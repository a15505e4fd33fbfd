import type { Random } from './random.ts';

/**
 * Invented people and firms. Any likeness is chance: first names, surnames and firm names are drawn apart from each other,
 * e-mail addresses end in `.example` (reserved by RFC 2606) and telephone numbers come from the ranges that the French
 * regulator keeps for fiction (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98).
 */
const FIRST = [
  'Adèle',
  'Amélie',
  'Baptiste',
  'Camille',
  'Chloé',
  'Clément',
  'Élodie',
  'Émile',
  'Félix',
  'François',
  'Gaëlle',
  'Hélène',
  'Inès',
  'Jérôme',
  'Joël',
  'Léa',
  'Loïc',
  'Maëlle',
  'Mathis',
  'Noémie',
  'Océane',
  'Raphaël',
  'Sébastien',
  'Théo',
  'Zoé',
];
const LAST = [
  'Aubrac',
  'Belœil',
  'Bréchet',
  'Cassagne',
  'Chastel',
  'Delorge',
  'Esnault',
  'Fauvet',
  'Gâtinel',
  'Hautbois',
  'Isnardon',
  'Jolivel',
  'Kerdrel',
  'Lavergnes',
  'Mérindol',
  'Noyelle',
  'Orsenne',
  'Pélissol',
  'Quéméner',
  'Rieussec',
  'Sévignac',
  "d'Arvert",
  'Tréguier-Le Bec',
  'Vaucresson',
  'Ysambert',
];
const FIRM = [
  'Atelier',
  'Comptoir',
  'Groupe',
  'Logiciels',
  'Maison',
  'Réseau',
  'Société',
  'Studio',
  'Système',
  'Usine',
];
const NAME = [
  'Alizé',
  'Bélème',
  'Boréal',
  'Cévenne',
  'Crécy',
  'Dôme',
  'Étoile',
  'Garrigue',
  'Hêtre',
  'Iroise',
  'Jasmin',
  'Lumière',
  'Méridien',
  'Névé',
  'Ormeau',
  'Pélican',
  'Rhône',
  'Sirocco',
  'Tilleul',
  'Vétiver',
];
const PHONE = ['1 99 00', '2 61 91', '3 53 01', '4 65 71', '5 36 49', '6 39 98'];

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
}

export function person(random: Random, freeMail: boolean): Person {
  const first = random.pick(FIRST);
  const last = random.pick(LAST);
  const name = random.pick(NAME);
  const company = random.chance(0.01)
    ? `${name} ; Filles & Fils` // the delimiter inside a cell
    : random.chance(0.01)
      ? `Le « ${name} » dit "le Grand"` // quotes inside a cell
      : `${random.pick(FIRM)} ${name}`;
  const two = (): string => String(random.between(0, 99)).padStart(2, '0');
  const domain = freeMail ? 'gmail.example' : `${ascii(company)}.example`;
  return {
    first,
    last,
    company,
    email: `${ascii(first)}.${ascii(last)}@${domain}`,
    phone: `+33 ${random.pick(PHONE)} ${two()} ${two()}`,
  };
}

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/[^a-z]+/g, '');
