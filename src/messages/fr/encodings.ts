import type { Catalogue } from '../catalogue.ts';

/** What is said of a text that is in another encoding than its agreement says. */
export const encodings: Catalogue = {
  'its header is not in the encoding that the agreement says: "sla sniff" tells in which it is':
    'son en-tête n’est pas dans l’encodage que dit l’accord : « sla sniff » dit dans lequel il est',
  'its text looks like {0}, which is not read: save it as UTF-8':
    'son texte ressemble à du {0}, qui n’est pas lu : enregistrez-le en UTF-8',
  'write encoding: windows-1252 under csv': 'écrivez encoding: windows-1252 sous csv',
};
