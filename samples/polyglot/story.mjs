// The outreach fake from Node, without dependencies: a campaign, four contacts, three days, who answered.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

// Start: the installed tool when OUTREACH_FAKE names it, else this repository's. Time stands still until it is moved.
function command() {
  if (process.env.OUTREACH_FAKE) return [process.env.OUTREACH_FAKE];
  const project = fileURLToPath(new URL("../../src/Outreach.FakeServer.Tool", import.meta.url));
  const dll = `${project}/bin/Debug/net10.0/outreach-fake.dll`;
  if (!existsSync(dll)) spawnSync("dotnet", ["build", project, "-v", "q", "-nologo"], { stdio: "inherit" });
  return ["dotnet", dll];
}

const [program, ...first] = command();
const fake = spawn(program, [...first, "--port", "0", "--speed", "0"], { stdio: ["ignore", "pipe", "inherit"] });

async function call(url, { method, body, key } = {}) {
  const response = await fetch(url, {
    method: method ?? (body ? "POST" : "GET"),
    headers: { "Content-Type": "application/json", ...(key && { Authorization: `Bearer ${key}` }) },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

async function story(base) {
  const control = (path, body) => call(`${base}/_fake/v1/${path}`, { body });
  const { key } = (await control("keys")).apis.find((api) => api.api === "markus");
  const markus = (path, body, method) => call(`${base}/markus/api/v1/${path}`, { body, method, key });

  const { data: campaign } = await markus("campaigns", { name: "Spring blend", objective_type: "custom", settings: { require_approval: false } });
  console.log(`campaign     ${campaign.id}`);

  const { data: imported } = await markus("contacts/import", {
    campaign_id: campaign.id,
    contacts: [
      { name: "Dana", email: "dana+open+reply@acme.example" },
      { name: "Bea", email: "bea+bounce@acme.example" },
      { name: "Cy", email: "cy@acme.example" },
      { name: "Nobody", email: "not an address" },
    ],
  });
  console.log(`imported     ${imported.created}, refused: ${imported.results.filter((row) => row.status === "failed").map((row) => row.error.code)}`);

  await markus(`campaigns/${campaign.id}`, { status: "active" }, "PATCH");
  console.log(`three days   ${(await control("clock/advance", { milliseconds: 3 * 24 * 60 * 60 * 1000 })).now}`);
  console.log(`sent         ${(await control("outbox")).total} messages`);

  const { data: conversations } = await markus("conversations?status=needs_reply");
  for (const one of conversations) console.log(`answered     ${one.contact.email}: ${one.last_message_preview}`);
  if (conversations.length !== 1) throw new Error(`expected one answer, not ${conversations.length}`);
}

try {
  const { value: line } = await createInterface({ input: fake.stdout })[Symbol.asyncIterator]().next();
  if (!line) throw new Error("the fake did not start");
  const base = line.split(" on ")[1];
  console.log(`fake         ${base}`);
  await story(base);
} catch (error) {
  console.error(`story.mjs: ${error.message}`);
  process.exitCode = 1;
} finally {
  fake.kill();
}
