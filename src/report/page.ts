import { language } from '../messages/index.ts';
import { html } from './escape.ts';
import { STYLE } from './html/style.ts';

/**
 * One page in one file around a body that is already HTML: no script, nothing fetched, and a policy that
 * says so.
 */
export function page(title: string, body: string, style = STYLE): string {
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
