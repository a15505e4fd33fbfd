/**
 * First names that are common in the languages whose headers are known, small and without accents. Names that are
 * also words, towns or countries are left out: a list of sources is no list of people.
 */
const COMMON = [
  'adam adele adrien agathe agnes alain albert alex alexandra alexandre alexis alice aline amandine amelie ana anais',
  'andre andrea andrew angela anita anke anna anne annie anthony antoine antonio arnaud arthur audrey aurelie aurelien',
  'axel barbara bastien beatriz beatrice ben benjamin benoit bernard bertrand birgit bjorn brian brigitte bruno camille',
  'carla carlos carmen carole caroline catherine cecile cedric celia celine chloe chris christelle christian christine',
  'christophe claire clara claude claudia clement clemence colin coralie corinne cristina cyril damien dan daniel daniela',
  'danielle david deborah delphine denis diana didier diego dirk dominique edouard elena eleonore elias elisa elisabeth',
  'elise elizabeth ella elodie eloise emilie emily emma emmanuel emmanuelle enzo eric erik estelle ethan etienne eva',
  'fabian fabien fabio fabrice fanny federico felix fernando fiona florian franck francesco francisco francois francoise',
  'frank fred frederic gabriel gabrielle gael gaelle geoffrey george gerard gilles giulia giuseppe gonzalo gregory',
  'guillaume gustavo hanna hannah hans heike helena helene henri henry herve hugo ibrahim ines ingrid irene isabelle ivan',
  'jack jacob jacqueline jacques james jan jane javier jean jeanne jennifer jeremy jerome jessica joao joe johanna',
  'johannes john jonas jonathan jorge jose joseph josephine joshua juan jules julia julian julie julien juliette jurgen',
  'karen karim karin karine kate kathe katja kevin klaus laetitia lara lars laura laure laurence laurent lea leila lena',
  'leo leon leonie liam lisa loic lola lorenzo louis louise luc luca lucas lucia lucie lucy ludovic luis luisa luke lukas',
  'magali manon manuel manuela marc marco marcus margaux maria mariana marie marina marine mario marion markus martha',
  'martin martine mary mateo mathieu mathilde matteo matthew matthias matthieu max maxime melanie mehdi michael michel',
  'michele michelle miguel mike mohamed monica monique morgane myriam nadia nadine nathalie nathan nicolas nicole nina',
  'noah noemie nuria olivia olivier oscar pablo paolo pascal patricia patrick paul paula pauline pedro peter petra',
  'philippe pierre quentin rachel rafael raphael raquel raul rebecca regis remi renaud rene ricardo richard robert',
  'roberto robin romain roman ruben ryan sabine sabrina sam samantha samuel sandra sandrine sara sarah sebastian',
  'sebastien sergio severine simon simone sofia solene sonia sophia sophie stefan stefano stephane stephanie steve',
  'steven susan susanne sven sylvain sylvie tanja teresa thierry thomas theo tim timo tom tristan uwe valentin valentina',
  'valerie vanessa veronique victor vincent virginie vittoria werner william wolfgang xavier yann yannick yasmine',
  'yohan yves zoe',
];

const NAMES: ReadonlySet<string> = new Set(COMMON.flatMap((line) => line.split(' ')));

/** Whether a text begins with a first name: `Julie`, `Julie M.`, `Jean-Marc`, `ZOÉ`. */
export function isFirstName(text: string): boolean {
  const [word = ''] = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]/u);
  return NAMES.has(word);
}
