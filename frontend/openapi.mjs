// Bundles the contract, schema/openapi/, into one document, schema/openapi.json: what the client's types are
// made from, what the program serves and what the tests hold answers against.
import { writeFileSync } from 'node:fs';
import { bundle, createConfig } from '@redocly/openapi-core';

const root = new URL('../schema/openapi/openapi.yaml', import.meta.url).pathname;
const made = await bundle({ ref: root, config: await createConfig({}) });
for (const { message, location } of made.problems) console.error(`${location[0]?.source.absoluteRef}: ${message}`);
if (made.problems.length) process.exit(1);
writeFileSync(new URL('../schema/openapi.json', import.meta.url), JSON.stringify(made.bundle.parsed));
