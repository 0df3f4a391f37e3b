// Checks a signed record in this browser alone: nothing is sent anywhere, and nothing but the school's own host is asked.
// Sources: RFC 8785 (canonical JSON), vc-di-eddsa (eddsa-jcs-2022), RFC 8032 (Ed25519), vc-bitstring-status-list.
"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = read("words"), papers = read("papers");
  const CONTEXTS = read("contexts");
  const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  const MOST = 4000000;

  // JSON, read so strictly that nobody can read something else in it

  class Unreadable extends Error {}

  function parse(text) {
    let at = 0;
    const fail = () => { throw new Unreadable(); };
    const blank = () => { while (" \t\n\r".includes(text[at]) && at < text.length) at++; };
    const expect = (letters) => text.startsWith(letters, at) ? (at += letters.length) : fail();
    function string() {
      const start = at++;
      while (text[at] !== '"') {
        if (at >= text.length) fail();
        at += text[at] === "\\" ? 2 : 1;
      }
      at++;
      const found = JSON.parse(text.slice(start, at));
      return found.isWellFormed && !found.isWellFormed() ? fail() : found;
    }
    function number() {
      const found = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/.exec(text.slice(at, at + 40));
      if (!found) fail();
      at += found[0].length;
      const value = Number(found[0]);
      const whole = !found[2] && !found[3];
      return !Number.isFinite(value) || (whole && !Number.isSafeInteger(value)) ? fail() : value;
    }
    function value(depth) {
      if (depth > 60) fail();
      blank();
      const letter = text[at];
      if (letter === "{") return members(depth);
      if (letter === "[") return items(depth);
      if (letter === '"') return string();
      for (const [word, meaning] of [["true", true], ["false", false], ["null", null]]) {
        if (text.startsWith(word, at)) { at += word.length; return meaning; }
      }
      return number();
    }
    function members(depth) {
      const found = Object.create(null);
      at++; blank();
      if (text[at] === "}") { at++; return found; }
      for (;;) {
        blank();
        if (text[at] !== '"') fail();
        const name = string();
        if (name in found) fail();
        blank(); expect(":");
        found[name] = value(depth + 1);
        blank();
        if (text[at] === "}") { at++; return found; }
        expect(",");
      }
    }
    function items(depth) {
      const found = [];
      at++; blank();
      if (text[at] === "]") { at++; return found; }
      for (;;) {
        found.push(value(depth + 1));
        blank();
        if (text[at] === "]") { at++; return found; }
        expect(",");
      }
    }
    const whole = value(0);
    blank();
    return at === text.length ? whole : fail();
  }

  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const names = Object.keys(value).sort();
    return `{${names.map((one) => `${JSON.stringify(one)}:${canonical(value[one])}`).join(",")}}`;
  }

  const same = (one, other) => canonical(one ?? null) === canonical(other ?? null);
  const without = (value, name) => {
    const rest = Object.assign(Object.create(null), value);
    delete rest[name];
    return rest;
  };

  // Bytes

  const utf8 = new TextEncoder();
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = (bytes) => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");

  function base58(text) {
    const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    if (typeof text !== "string" || text[0] !== "z" || text.length > 200) return null;
    let number = 0n;
    for (const one of text.slice(1)) {
      const place = letters.indexOf(one);
      if (place < 0) return null;
      number = number * 58n + BigInt(place);
    }
    const bytes = [];
    for (; number; number >>= 8n) bytes.unshift(Number(number & 255n));
    for (const one of text.slice(1)) { if (one !== "1") break; bytes.unshift(0); }
    return new Uint8Array(bytes);
  }

  function base64url(text) {
    try {
      const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
      return Uint8Array.from(plain, (one) => one.charCodeAt(0));
    } catch { return null; }
  }

  async function unpacked(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // Signatures

  class Doubt extends Error {}

  async function signed(bare, proof, key) {
    const raw = base58(key), signature = base58(proof.proofValue);
    if (!raw || raw.length !== 34 || raw[0] !== 0xed || raw[1] !== 1) return false;
    if (!signature || signature.length !== 64) return false;
    const message = new Uint8Array(64);
    message.set(await sha256(utf8.encode(canonical(without(proof, "proofValue")))), 0);
    message.set(await sha256(utf8.encode(canonical(bare))), 32);
    const open = await crypto.subtle.importKey("raw", raw.slice(2), { name: "Ed25519" }, false, ["verify"]);
    return crypto.subtle.verify({ name: "Ed25519" }, open, signature, message);
  }

  function keyOf(issuer, method) {
    const key = String(method).slice(issuer.length + 1);
    if (method !== `${issuer}#${key}`) return null;
    if (issuer.startsWith("did:key:")) return issuer === `did:key:${key}` ? key : null;
    const did = papers.did;
    if (!did || did.id !== issuer || !did.assertionMethod.includes(method)) return null;
    const listed = did.verificationMethod.some(
      (one) => one.id === method && one.controller === issuer && one.publicKeyMultibase === key);
    return listed ? key : null;
  }

  async function expectSigned(document, issuer) {
    const proofs = document.proof;
    const kinds = Array.isArray(proofs) ? proofs.map((one) => one && one.cryptosuite) : [];
    if (!same(kinds, ["eddsa-rdfc-2022", "eddsa-jcs-2022"])) throw new Doubt("unsigned");
    const proof = proofs[1];
    const names = ["@context", "created", "cryptosuite", "proofPurpose", "proofValue", "type", "verificationMethod"];
    const plain = same(Object.keys(proof).sort(), names) && proof.type === "DataIntegrityProof"
      && proof.proofPurpose === "assertionMethod" && INSTANT.test(proof.created);
    if (!plain || !same(proof["@context"], document["@context"])) throw new Doubt("unsigned");
    const key = keyOf(issuer, proof.verificationMethod);
    if (!key) throw new Doubt("other-key");
    if (!await signed(without(document, "proof"), proof, key)) throw new Doubt("changed");
  }

  // Records

  const isText = (value) => typeof value === "string";

  function expectShape(record) {
    const subject = record.credentialSubject, issuer = record.issuer;
    const fine = same(record["@context"], CONTEXTS.record)
      && same(record.type, ["VerifiableCredential", "ClrCredential"])
      && subject && Array.isArray(subject.verifiableCredential) && !("id" in subject)
      && issuer && isText(issuer.id) && isText(issuer.name)
      && isText(record.id) && isText(record.name) && isText(record.description)
      && INSTANT.test(record.validFrom) && INSTANT.test(record.validUntil ?? record.validFrom);
    if (!fine) throw new Doubt("no-record");
    for (const one of subject.verifiableCredential) {
      const own = one && one.credentialSubject;
      if (!own || "id" in own || !isText(one.name) || !one.proof
        || !same(one["@context"], CONTEXTS.credit)
        || !same(one.type, ["VerifiableCredential", "AchievementCredential"])) throw new Doubt("no-record");
      for (const name of ["issuer", "validFrom", "validUntil", "credentialStatus"]) {
        if (!same(one[name], record[name])) throw new Doubt("changed");
      }
      if (!same(own.identifier, subject.identifier)) throw new Doubt("changed");
    }
  }

  async function isMarked(list, record, purpose) {
    const status = record.credentialStatus, issuer = record.issuer.id;
    const ours = list && status && list.issuer === issuer
      && list.credentialSubject.statusPurpose === purpose
      && /^\d{1,9}$/.test(status.statusListIndex)
      && papers.revoked && status.statusListCredential === papers.revoked.id;
    if (!ours) return null;
    try { await expectSigned(list, issuer); } catch { return null; }
    const packed = base64url(String(list.credentialSubject.encodedList).slice(1));
    const row = packed && await unpacked(packed), bit = Number(status.statusListIndex);
    return !row || bit >= row.length * 8 ? null : Boolean(row[bit >> 3] & (0x80 >> (bit & 7)));
  }

  async function judge(bytes, expected) {
    const verdict = { doubts: [], digest: hex(await sha256(bytes)) };
    try {
      if (bytes.length > MOST) throw new Unreadable();
      const record = parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
      expectShape(record);
      verdict.record = record;
      verdict.trial = record.issuer.id.startsWith("did:key:");
      if (!verdict.trial && record.issuer.id !== (papers.did && papers.did.id)) throw new Doubt("other-issuer");
      await expectSigned(record, record.issuer.id);
      verdict.unchanged = true;
      const now = new Date().toISOString().slice(0, 19) + "Z";
      if (record.validFrom > now) verdict.doubts.push("not-yet-valid");
      if (record.validUntil && record.validUntil < now) verdict.doubts.push("expired");
      verdict.revoked = await isMarked(papers.revoked, record, "revocation");
      verdict.newer = await isMarked(papers.newer, record, "refresh");
      if (verdict.revoked) verdict.doubts.push("revoked");
      if (expected && expected !== verdict.digest) verdict.doubts.push("other-paper");
    } catch (problem) {
      if (!(problem instanceof Doubt)) verdict.record = null;
      verdict.doubts.push(problem instanceof Doubt ? problem.message : "no-record");
      if (!(problem instanceof Doubt || problem instanceof Unreadable || problem instanceof TypeError
        || problem instanceof SyntaxError)) throw problem;
    }
    return verdict;
  }

  // What people see

  const element = (id) => document.getElementById(id);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const day = (instant) => {
    const date = new Date(`${String(instant).slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? "" : new Intl.DateTimeFormat(
      document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(date);
  };
  function put(parent, tag, text, kind) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    parent.append(made);
    return made;
  }
  function placeOf(issuer) {
    const parts = issuer.replace(/^did:web:/, "").split(":");
    try { return parts.map(decodeURIComponent).join("/").replace(/\/issuer$/, ""); } catch { return issuer; }
  }
  function row(list, question, answer, kind) {
    const line = put(list, "div", "", kind);
    put(line, "dt", question);
    put(line, "dd", answer);
  }

  function show(verdict) {
    const box = element("answer"), record = verdict.record, doubt = verdict.doubts[0];
    box.replaceChildren();
    const kind = doubt ? (["revoked", "expired", "other-paper", "not-yet-valid"].includes(doubt) ? "past" : "no")
      : verdict.trial ? "past" : verdict.newer ? "past" : "yes";
    box.className = kind;
    box.hidden = false;
    const names = {
      school: record ? record.issuer.name : "",
      ours: papers.school,
      elsewhere: record ? placeOf(record.issuer.id) : "",
    };
    const head = doubt ? words.heads[doubt] : verdict.trial ? words.heads.trial
      : verdict.newer ? words.heads.newer : words.heads.genuine;
    put(box, "h2", fill(head, names));
    for (const one of verdict.doubts) put(box, "p", fill(words.reasons[one], names), "reason");
    if (!doubt && verdict.trial) put(box, "p", words.reasons.trial, "reason");
    if (!doubt && verdict.newer) put(box, "p", words.reasons.newer, "reason");
    if (verdict.unchanged) {
      const list = put(box, "dl");
      const told = papers.revoked ? fill(words.listed, { day: day(papers.revoked.validFrom) }) : "";
      const tell = (bit, yes, no) => bit === null ? words.unknown : `${bit ? yes : no} ${told}`;
      row(list, words.who, verdict.trial ? words.nobody : `${record.issuer.name} (${papers.place})`);
      row(list, words.unchanged, fill(words.since, { day: day(record.validFrom) }));
      row(list, words.revoked, tell(verdict.revoked, words.yes, words.no), verdict.revoked ? "bad" : "");
      row(list, words.latest, tell(verdict.newer, words.old, words.yes), verdict.newer ? "bad" : "");
      if (record.validUntil) row(list, words.until, day(record.validUntil));
      says(box, record);
    }
    const mark = verdict.digest.slice(0, 20).toUpperCase().match(/.{4}/g).join(" ");
    put(box, "p", fill(words.fingerprint, { mark }), "mark");
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function says(box, record) {
    put(box, "h3", words.says);
    put(box, "p", record.name, "name");
    put(box, "p", record.description);
    const table = put(box, "ul");
    for (const one of record.credentialSubject.verifiableCredential) {
      const line = put(table, "li");
      put(line, "span", one.name);
      put(line, "span", day(one.awardedDate), "day");
    }
  }

  function tell(text) {
    const box = element("answer");
    box.replaceChildren();
    box.className = "wait";
    box.hidden = false;
    put(box, "p", text);
  }

  async function check(bytes, expected) {
    tell(words.busy);
    try {
      show(await judge(bytes, expected));
    } catch {
      tell(words.old_browser);
    }
  }

  async function follow() {
    const [, folder, mark] = /^#([a-z0-9][a-z0-9-]*)(?:=([A-Za-z0-9_-]{43}))?$/.exec(location.hash) ?? [];
    if (!folder) return;
    const digest = mark ? base64url(mark) : null, expected = digest ? hex(digest) : "";
    if (!location.protocol.startsWith("http")) { tell(words.drop_it); return; }
    tell(words.busy);
    let answer;
    try {
      answer = await fetch(`../${folder}/transcript/transcript.json`, { cache: "no-cache", credentials: "omit" });
    } catch { answer = null; }
    if (!answer || !answer.ok) { tell(words.not_there); return; }
    await check(new Uint8Array(await answer.arrayBuffer()), expected);
  }

  const take = async (file) => { if (file) await check(new Uint8Array(await file.arrayBuffer()), ""); };
  element("file").addEventListener("change", (event) => take(event.target.files[0]));
  const area = element("drop");
  for (const name of ["dragover", "dragenter"]) {
    document.addEventListener(name, (event) => { event.preventDefault(); area.classList.add("over"); });
  }
  document.addEventListener("dragleave", () => area.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    take(event.dataTransfer.files[0]);
  });
  addEventListener("hashchange", follow);
  if (!globalThis.crypto || !crypto.subtle || !globalThis.DecompressionStream) tell(words.old_browser);
  else follow();
})();
