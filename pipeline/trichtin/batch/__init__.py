"""Batches: extraction over archives, on one machine, a Ray cluster or Slurm, that survives being stopped.

The engine is datatrove (Hugging Face): our steps (:mod:`steps`) run under its executors, finished shards are skipped on a
second run. What is ours: the intake that cuts any input into shards (:mod:`intake`), the workers that are restarted when
an article kills one (:mod:`local`), and the publication that puts finished tables into the data set (:mod:`publish`).
"""
