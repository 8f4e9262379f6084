"""What the measurements share: rounds of the right size, nginx beside us, processor time, and the line that is printed."""
import contextlib
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from seeding import add_round, answers, content  # noqa: F401, what the measurements share

RUNS = 5
QUESTIONS = 40


def line(name, measured, target, unit, least):
    """`least`: the target is a lower bound; otherwise an upper one."""
    good = measured >= target if least else measured <= target
    sign = "≥" if least else "≤"
    return f"{name:<28} {measured:>10.3g} {unit:<10} {sign} {target:<8g} {'ok' if good else 'short'}"


def median(values):
    return statistics.median(values)


def cpu(pid):
    """Seconds of processor time of a process and its threads so far, to the nanosecond (clock_getcpuclockid of Linux)."""
    return time.clock_gettime((~pid << 3) | 2)


@contextlib.contextmanager
def nginx(files):
    """nginx with `files` (name → bytes) on a free port; gives the port and the worker's process id."""
    with tempfile.TemporaryDirectory(prefix="regio-nginx-") as folder:
        root = pathlib.Path(folder)
        os.chmod(root, 0o755)
        for name, data in files.items():
            (root / name).write_bytes(data)
        port = free_port()
        (root / "nginx.conf").write_text(
            f"worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error;\n"
            "events { worker_connections 4096; }\n"
            f"http {{ access_log off; types {{ text/html html; }} client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;"
            f" fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; keepalive_requests 1000000;\n"
            f"server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}; }} }}\n")
        process = subprocess.Popen(["nginx", "-p", folder, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                if children:
                    break
                time.sleep(0.05)
            time.sleep(0.2)
            yield port, int(children[0])
        finally:
            process.terminate()
            process.wait()


def free_port():
    import socket
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wrk(url, seconds=3, connections=32, script=None, headers=()):
    """Requests a second, and how many answers were not 2xx or 3xx."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", *[part for header in headers for part in ("-H", header)]]
    if script:
        command += ["-s", str(script)]
    text = subprocess.run([*command, url], capture_output=True, text=True, timeout=seconds + 30).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return rate, int(bad.group(1)) if bad else 0
