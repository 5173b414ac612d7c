"""A stand-in for Slurm's ``sbatch``: takes the scripts in, and runs the arrays on this machine when it is told to."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

SBATCH = """#!{python}
import pathlib, sys
spool = pathlib.Path({spool!r})
script = pathlib.Path(sys.argv[-1]).read_text()
if "--partition=gone" in script:
    sys.exit("sbatch: error: invalid partition specified: gone")
number = len(list(spool.glob("*.sh"))) + 1
(spool / f"{{number}}.sh").write_text(script)
(spool / f"{{number}}.args").write_text("\\n".join(sys.argv[1:-1]))
print("Submitted batch job", number)
"""
SQUEUE = """#!{python}
import pathlib, sys
spool = pathlib.Path({spool!r})
if not (spool / f"{{sys.argv[-1]}}.done").exists():
    print(sys.argv[-1], "trichtin", "PENDING")
"""


class Slurm:
    """A queue of jobs in a folder."""

    def __init__(self, folder: Path) -> None:
        self.spool, self.bin = folder / "spool", folder / "bin"
        self.spool.mkdir(parents=True)
        self.bin.mkdir()
        for name, text in (("sbatch", SBATCH), ("squeue", SQUEUE)):
            path = self.bin / name
            path.write_text(text.format(python=sys.executable, spool=str(self.spool)))
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        self.environment = os.environ | {"PATH": f"{self.bin}:{os.environ['PATH']}"}

    def jobs(self) -> list[str]:
        """Return the scripts taken in, in their order."""
        return [self.script(n) for n in range(1, len(list(self.spool.glob("*.sh"))) + 1)]

    def script(self, number: int) -> str:
        """Return one job's script."""
        return (self.spool / f"{number}.sh").read_text()

    def run(self, *, kill: tuple[int, ...] = ()) -> None:
        """Run what has not run, in order; a job whose dependency failed never starts. Tasks in ``kill`` are lost."""
        for number in range(1, len(self.jobs()) + 1):
            done = self.spool / f"{number}.done"
            if done.exists():
                continue
            needed = re.findall(r"afterok:(\d+)", (self.spool / f"{number}.args").read_text() + self.script(number))
            if any((self.spool / f"{n}.done").read_text() != "ok" for n in needed):
                done.write_text("never")
                continue
            array = re.search(r"--array=0-(\d+)", self.script(number))
            codes = []
            for task in range(int(array[1]) + 1 if array else 1):
                if task in kill and number == 1:
                    codes.append(137)
                    continue
                known = {"SLURM_ARRAY_TASK_ID": str(task), "SLURM_JOB_ID": str(number), "RUN_OFFSET": "0"}
                ran = subprocess.run(
                    ["bash", str(self.spool / f"{number}.sh")], env=self.environment | known, capture_output=True
                )
                codes.append(ran.returncode)
            done.write_text("ok" if not any(codes) else "failed")
