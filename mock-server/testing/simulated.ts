/** A simulator for the tests of one file, on a free port, closed when they are done. */
import supertest, { type Response, type Test } from 'supertest';

import { schema } from '../../specs/schemas.js';
import { readSwitches } from '../../specs/switches.js';
import type { SimulatorOptions } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';
import type { World, WorldPart } from '../World.js';
import { afterwards } from './afterwards.js';

export type Ask = ReturnType<typeof supertest>;

/**
 * Asks the real simulator, playing the given fixture or the default one. Every answer is held
 * against its schema; one that breaks it fails the test that asked.
 */
export async function simulated(fixture?: SimulatorOptions['fixture']): Promise<Ask> {
  const simulator = await startSimulator(vendors, { fixture });
  afterwards(() => simulator.close());
  const ask = supertest(simulator.url);
  return new Proxy(ask, {
    get(target, name) {
      const method = target[name as keyof Ask] as ((path: string) => Test) | undefined;
      return (
        method &&
        ((path: string) => method(path).expect((response) => conform(response, simulator.world)))
      );
    },
  });
}

function conform({ request, status, headers, text }: Response, { parts }: World): void {
  const { pathname } = new URL(request.url);
  const part = parts.find(({ vendor }) =>
    vendor.prefixes.some((prefix) => pathname.startsWith(`${prefix}/`)),
  );
  if (!part || request.method === 'HEAD') return;
  if (headers['content-type'] !== 'application/json')
    throw new Error(`expected JSON, found ${headers['content-type']}: ${text}`);
  const documented = isDocumented(part);
  const body = parsed(text);
  // A switch can make an answer that is no JSON, as one of the pages prints it.
  if (body === undefined && !documented) return;
  const shape = status === 200 ? shapeAt(pathname, part) : 'refusal';
  const { name } = part.vendor;
  const validate = schema(
    documented ? `${name}/${shape}.schema.json` : `${name}/variants.schema.json#/$defs/${shape}`,
  );
  if (!validate(body))
    throw new Error(
      `${name} breaks its ${shape} schema: ${JSON.stringify(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`))}`,
    );
}

/** The name of the schema of what is answered at a path. */
function shapeAt(pathname: string, { vendor }: WorldPart): string {
  const at = [...vendor.endpoints, ...vendor.tokenEndpoints].find(({ paths }) =>
    paths.some((path) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname)),
  );
  return at?.shape ?? 'answer';
}

/** Whether all of a vendor's switches have their defaults. */
function isDocumented({ vendor, profile }: WorldPart): boolean {
  const values = profile as unknown as Record<string, unknown>;
  return readSwitches(vendor.name).every(({ name, default: value }) => values[name] === value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
