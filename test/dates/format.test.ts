import { describe, expect, it } from 'vitest';
import { checkDateFormat } from '../../src/dates/format.ts';
import { dateFormat } from '../../src/sql/read/date-format.ts';

describe('a date format', () => {
  it.each([
    ['iso', 'maybe'],
    ['epoch', 'always'],
    ['epoch-ms', 'always'],
    ['dd/MM/yyyy HH:mm', 'never'],
    ['yyyyMMddHHmmss', 'never'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'always'],
    ["d MMMM yyyy 'at' h:mm a", 'never'],
    ["EEEE d MMMM yyyy HH'h'mm", 'never'],
    ["yyyy-MM-dd HH:mm:ss.SSS' o''clock'", 'never'],
  ])('%s is read, and its cells carry an offset: %s', (format, offset) => {
    expect(checkDateFormat(format, 'datetime')).toEqual({ ok: true, offset });
    if (!/^(iso|epoch)/.test(format)) expect(dateFormat(format).pattern).toContain('%Y');
  });

  it.each([
    ['dd/mm/yyyy', 'has no month: "mm" is minutes', 'write "MM"'],
    ['DD/MM/YYYY', 'holds "DD", which is not the day of the month', 'write "dd"'],
    ['dd/MM/YYYY', 'holds "YYYY", which is not the year of a date', 'write "yyyy"'],
    ['yyyy-MM-ddTHH:mm', 'holds "T", a letter that needs quotes', "write 'T'"],
    ["yyyy-MM-dd'T", 'has a quote that is not closed', "write two quotes, as in 'T'"],
    ['dd/MM/yyyy HH:m', 'holds "m", and minutes and seconds have two digits', 'write "mm"'],
    ['dd/MM/yyyy EEE HH:mm', 'has the day of the week behind something else', 'write it first'],
    ['QQQ dd/MM/yyyy HH:mm', 'holds "QQQ", which has no meaning here', 'the parts are yyyy'],
    ['dd/MM HH:mm', 'has no year', 'such as "dd/MM/yyyy HH:mm"'],
    ['dd/MM/yyyy dd HH:mm', 'has two parts for the day', 'keep one of the two'],
    ['dd/MM/yyyy hh:mm', 'has a 12-hour clock without "a"', 'write "HH"'],
    ['dd/MM/yyyy HH:mm a', 'has "a" without a 12-hour clock', 'write "hh" or "h"'],
    ['dd/MM/yyyy HH:ss', 'has seconds without minutes', 'add "mm"'],
    ['dMyyyy HH', 'runs "dM" together without a fixed number of digits', '"ddMMyyyy"'],
    ['dd/MM/yyyy', 'has no hour, and the field is a datetime', 'type: date'],
    ['toString', 'which has no meaning here', 'the parts are yyyy'],
    ['constructor', 'which has no meaning here', 'the parts are yyyy'],
    ['', 'has no year', 'such as "dd/MM/yyyy HH:mm"'],
  ])('%s is refused: it %s', (format, why, help) => {
    const checked = checkDateFormat(format, 'datetime');
    expect(checked.ok ? checked : checked.message).toContain(`The date format "${format}" `);
    expect(checked.ok ? checked : checked.message).toContain(why);
    expect(checked.ok ? checked : checked.help).toContain(help);
  });
});
