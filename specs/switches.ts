/** Reads what can be switched: the profile schemas, and the presets made of them. */
import { readSpec } from './readSpec.js';

/** A choice where the pages are silent. */
export interface Switch {
  vendor: string;
  name: string;
  /** What it decides, in a line. */
  meaning: string;
  /** The possible values; absent where it is a number. */
  values?: readonly unknown[];
  default: unknown;
}

/** A named profile. */
export interface Preset {
  vendor: string;
  name: string;
  meaning: string;
  switches: Readonly<Record<string, unknown>>;
}

interface ProfileSchema {
  properties: Record<string, { description: string; enum?: unknown[]; default: unknown }>;
}

/** The switches of a vendor, in the order of its profile schema. */
export function readSwitches(vendor: string): Switch[] {
  const { properties } = readSpec(`${vendor}/profile.schema.json`) as ProfileSchema;
  return Object.entries(properties)
    .filter(([name]) => name !== 'preset')
    .map(([name, { description, enum: values, default: value }]) => ({
      vendor,
      name,
      meaning: description,
      ...(values && { values }),
      default: value,
    }));
}

/** The presets of a vendor; `documented`, which is the defaults, comes first. */
export function readPresets(vendor: string): Preset[] {
  const presets = readSpec(`${vendor}/presets.yaml`) as Record<string, Omit<Preset, 'name'>>;
  return Object.entries(presets).map(([name, { meaning, switches }]) => ({
    vendor,
    name,
    meaning,
    switches,
  }));
}
