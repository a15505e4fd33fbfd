/** What a terminal shows, as a picture: text with its colours, and rules drawn as lines, so that no font leaves gaps between them. */
export function terminalPicture(title: string, text: string): string {
  const lines = text.trimEnd().split('\n').map(runsOf);
  const columns = Math.max(...lines.map((runs) => runs.reduce((sum, run) => sum + run.text.length, 0)));
  const [width, height] = [columns * CELL.width + 2 * MARGIN, lines.length * CELL.height + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
<style>text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; white-space: pre }
.bold { font-weight: 700 } .dim { fill: #59636e } .red { fill: #c2161d } .green { fill: #116329 } .yellow { fill: #8a5a00 }</style>
<rect width="${width}" height="${height}" rx="6" fill="#ffffff" stroke="#d1d9e0"/>
<path fill="none" stroke="#9aa4ae" d="${lines.map(rulesOf).join('')}"/>
${lines.map(textsOf).join('')}</svg>
`;
}

const CELL = { width: 8, height: 18 } as const;
const MARGIN = 16;
const RULES = /[─│┌┐└┘├┤┬┴┼]/;

interface Run {
  readonly text: string;
  readonly style: string;
}

const STYLES: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
};

/** Pieces of one colour. A code that turns a colour off turns all of them off: none is inside another. */
function runsOf(line: string): readonly Run[] {
  let style = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one.
  return line.split(/\u001b\[(\d+)m/).flatMap((piece, i) => {
    if (i % 2 === 0) return piece === '' ? [] : [{ text: piece, style }];
    style = STYLES[piece] ?? '';
    return [];
  });
}

/** Which way a rule runs from the middle of its cell: left, right, up, down. */
const WAYS: Readonly<Record<string, string>> = {
  '─': 'lr',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'ld',
  '└': 'ru',
  '┘': 'lu',
  '├': 'rud',
  '┤': 'lud',
  '┬': 'lrd',
  '┴': 'lru',
  '┼': 'lrud',
};

function rulesOf(runs: readonly Run[], row: number): string {
  const y = MARGIN + row * CELL.height + CELL.height / 2;
  const across = CELL.width / 2;
  const down = CELL.height / 2;
  const line = runs.map(({ text }) => text).join('');
  // One stroke for each stretch of a rule that runs across.
  const levels = [...line.matchAll(/[─┌┐└┘├┤┬┴┼]+/g)].map(({ 0: stretch, index }) => {
    const from = MARGIN + index * CELL.width + (WAYS[stretch[0] ?? '']?.includes('l') ? 0 : across);
    const end = MARGIN + (index + stretch.length) * CELL.width;
    return `M${from} ${y}H${WAYS[stretch.at(-1) ?? '']?.includes('r') ? end : end - across}`;
  });
  const uprights = [...line].map((sign, column) => {
    const ways = WAYS[sign] ?? '';
    const [up, under] = [ways.includes('u') ? y - down : y, ways.includes('d') ? y + down : y];
    return up === under ? '' : `M${MARGIN + column * CELL.width + across} ${up}V${under}`;
  });
  return [...levels, ...uprights].join('');
}

function textsOf(runs: readonly Run[], row: number): string {
  const y = MARGIN + row * CELL.height + 13;
  let column = 0;
  const texts = runs.flatMap(({ text, style }) => {
    const start = column;
    column += text.length;
    return [...text.replaceAll(new RegExp(RULES, 'g'), ' ').matchAll(/\S+(?: \S+)*/g)].map(
      ({ 0: words, index }) => {
        const x = MARGIN + (start + index) * CELL.width;
        const shown = style === '' ? '' : ` class="${style}"`;
        return `<text x="${x}" y="${y}" textLength="${words.length * CELL.width}"${shown}>${escaped(words)}</text>\n`;
      },
    );
  });
  return texts.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
