"""How fast the program is beside its raw limit and beside what a user would pick instead.

    .venv/bin/python -m tests.benchmarks TABLE.md [--only roster,search] [--small]

Writes one Markdown table to TABLE.md and prints it. Every line is measured in a process of its
own, so that memory and caches are its own, with limit and peer in the same process one after
the other: on a busy machine the ratios still hold. `--small` leaves each work's largest size
out. Linux only. Run all of it on an idle machine: 1.16 million people and 1.5 million payments
take minutes.

These are measurements, not tests: no test of the program asserts a time.
"""
