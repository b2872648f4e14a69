// Writes the API's shapes as TypeScript from docs/openapi.json: node shapes.mjs > src/shapes.ts (scripts/page.sh does it).
import { readFileSync } from "node:fs";

const { schemas } = JSON.parse(readFileSync(new URL("../docs/openapi.json", import.meta.url), "utf8")).components;

function type(schema) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.allOf) return schema.allOf.map(type).join(" & ");
  if (schema.anyOf) return schema.anyOf.map(type).join(" | ");
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(" | ");
  if (schema.type === "array") return schema.items.anyOf ? `(${type(schema.items)})[]` : `${type(schema.items)}[]`;
  return { string: "string", integer: "number", number: "number", boolean: "boolean", null: "null" }[schema.type];
}

const lines = ["// Made from docs/openapi.json by web/shapes.mjs; change src/show/http/api_definition.cpp."];
for (const [name, schema] of Object.entries(schemas)) {
  if (!schema.properties) { lines.push(`export type ${name} = ${type(schema)};`); continue; }
  lines.push(`export interface ${name} {`);
  for (const [field, value] of Object.entries(schema.properties)) lines.push(`  ${field}${schema.required.includes(field) ? "" : "?"}: ${type(value)};`);
  lines.push("}");
}
console.log(lines.join("\n"));
