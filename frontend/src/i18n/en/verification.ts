// English: checking receipts and proofs.
export const verification = {
  'verify.title': 'Check a receipt',
  'verify.lede':
    'Choose a receipt or a proof of a record (.tlog-proof) that you downloaded. It is checked in this browser; the file is sent nowhere.',
  'verify.file': 'The file',
  'verify.key': 'Public key of the ledger',
  'verify.keyMeans':
    'The key filled in is the one that this site gives. To be sure, use the key printed in the decision that founds the contest, or in a newspaper.',
  'verify.keyWrong': 'This is no key (name+id+key).',
  'verify.check': 'Check',
  'verify.holds': 'It holds. Who signed it was not checked.',
  'verify.holdsSigned': 'It holds, and the key above signed it.',
  'verify.inLog': "Today's ledger still has this very record.",
  'verify.notInLog':
    "WRONG: today's ledger no longer has this record in its place. It was rewritten, or restored from an older backup.",
  'verify.noProof':
    "The receipt has no proof of the ledger yet. Download it again after the ledger's next public head (every six hours).",
  'verify.contest': 'Contest',
  'verify.record': 'The record in the ledger',
  'verify.recordSays': '{log}: record {index} ({kind}), written at {time}, is in the head of {size} records.',
  'verify.value.number': 'Number of the receipt',
  'verify.value.version': 'Submission',
  'verify.value.text_sha256': 'Digest of the text (SHA-256)',
  'verify.value.files_sha256': 'Digests of the files (SHA-256)',
  'verify.value.receipt': 'Digest of the receipt (SHA-256)',
  'verify.value.judge': 'Judge (number of the account)',
  'verify.value.code': 'Code',
  'verify.value.marks': 'Marks',
  'verify.fault.notAReceipt': 'This file is neither a receipt nor a proof by Gương.',
  'verify.fault.signatureWrong': 'WRONG: the signature does not fit the content. The receipt was changed.',
  'verify.fault.anotherKey': 'WRONG: another key signed the receipt.',
  'verify.fault.proofMalformed': "WRONG: the ledger's proof is malformed or was changed.",
  'verify.fault.proofElsewhere': "WRONG: the record is not in the ledger's signed head.",
  'verify.fault.openingDiffers': 'WRONG: a value given with the record is not what the record commits to.',
  'verify.fault.notSigned': "WRONG: the key above did not sign the ledger's head.",
  'verify.fault.anotherRecord': "WRONG: the ledger's record does not speak of this receipt.",
};
