/** Whether a value has a shape, told without telling the value. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { schema } from '../../specs/schemas.js';

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allErrors: false,
});
/** Shapes that stand in cases, each compiled once. */
const compiled = new WeakMap<object, ValidateFunction>();

/**
 * Undefined where it fits; or else where it does not, and why.
 * @param shape a place in a schema of the vendor's, or a schema
 */
export function fits(value: unknown, shape: string | object, vendor: string): string | undefined {
  const validate = typeof shape === 'string' ? schema(`${vendor}/${shape}`) : inline(shape);
  if (validate(value)) return undefined;
  // Of several ways to be right, the one that was met furthest says most.
  const [first] = [...(validate.errors ?? [])].sort(
    (a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length,
  );
  const { instancePath = '', message = 'is not so', params = {} } = first ?? {};
  const { additionalProperty: extra } = params as { additionalProperty?: string };
  const which = extra === undefined ? '' : `: ${JSON.stringify(extra)}`;
  return `${instancePath === '' ? 'it' : instancePath} ${message}${which}`;
}

function inline(shape: object): ValidateFunction {
  const known = compiled.get(shape);
  if (known) return known;
  const validate = ajv.compile(shape);
  compiled.set(shape, validate);
  return validate;
}
