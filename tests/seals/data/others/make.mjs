// Seals Offer.pdf of the folder in the first argument, once and a second time over the first.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import signpdf from "@signpdf/signpdf";
import { P12Signer } from "@signpdf/signer-p12";
import { plainAddPlaceholder } from "@signpdf/placeholder-plain";

const folder = process.argv[2];
const about = { reason: "agreed", contactInfo: "", name: "Seal of ACME", location: "", signatureLength: 4096 };

async function sealed(pdfBuffer) {
    const signer = new P12Signer(readFileSync("s.p12"), { passphrase: "x" });
    return signpdf.default.sign(plainAddPlaceholder({ pdfBuffer, ...about }), signer);
}

const once = await sealed(readFileSync(join(folder, "Offer.pdf")));
writeFileSync(join(folder, "signpdf.pdf"), once);
writeFileSync(join(folder, "signpdf-twice.pdf"), await sealed(once));
