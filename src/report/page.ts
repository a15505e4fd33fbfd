import { language } from '../messages/index.ts';
import { html } from './escape.ts';

/**
 * One page in one file around a body that is already HTML: no script, nothing fetched, and a policy that
 * says so.
 */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const STYLE = `body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.4rem; margin-bottom: .3rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .7rem; border-bottom: 1px solid #d5d5d5; vertical-align: top; font-weight: normal; }
thead th, .group { font-weight: 600; }
.group { text-align: left; background: #f4f4f4; }
.left { text-align: left; }
.right { text-align: right; white-space: nowrap; }
.part { padding-left: 2rem; }
.good { color: #14642f; }
.bad { color: #a31621; }
.watch { color: #7a4b00; }
small, .quiet { color: #5a5a5a; }
.good small, .bad small, .watch small { color: inherit; }
@media print { body { margin: 0; } }
`;
