"""Everything that makes the artefacts of ``models/`` from gold annotation and raw corpora."""
