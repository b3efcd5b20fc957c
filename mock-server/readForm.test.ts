import { describe, expect, it } from 'vitest';
import { Refusal } from './Refusal.js';
import { readForm } from './readForm.js';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';

const fields = async (body: string, type: string) =>
  Object.fromEntries(await readForm(Buffer.from(body), type));
const part = (name: string, value: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; name=${name}${more}\r\n\r\n${value}\r\n`;

describe('a form', () => {
  it('may be urlencoded, with a charset or without', async () => {
    expect(await fields('a=1+%2B&b=%C3%A9', urlencoded)).toEqual({ a: '1 +', b: 'é' });
    expect(await fields('a=1', `${urlencoded}; charset=utf-8`)).toEqual({ a: '1' });
  });

  it('may be multipart, with quoted names or bare ones, and text around it', async () => {
    expect(await fields(`${part('"a"', '1')}--x--\r\n`, multipart)).toEqual({ a: '1' });
    expect(await fields(`before\r\n${part('a', '1')}--x--\r\nafter`, multipart)).toEqual({
      a: '1',
    });
  });

  it('has the last of a name that is given more than once', async () => {
    expect(await fields('a=1&a=2', urlencoded)).toEqual({ a: '2' });
  });

  it('has no files', async () => {
    const body = `${part('"f"', 'x', '; filename="f.txt"')}${part('"a"', '1')}--x--\r\n`;
    expect(await fields(body, multipart)).toEqual({ a: '1' });
  });

  it('may be empty', async () => {
    expect(await readForm(undefined, urlencoded)).toEqual(new Map());
  });

  for (const [type, body] of [
    ['application/json', '{}'],
    ['', 'a=1'],
    ['multipart/form-data', 'a=1'],
    [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
  ])
    it(`is not ${body} as ${type || 'nothing'}`, async () => {
      await expect(readForm(Buffer.from(body as string), type)).rejects.toThrow(Refusal);
    });
});
