"""A server of our own for tests and measurements: started on a free port, in a folder of its own, and ended again."""
import hashlib
import io
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def binary(configuration="debug"):
    scratch = ".build-release" if configuration == "release" else ".build"
    return ROOT / scratch / configuration / "regio"


class House:
    """`regio serve` or `regio demo` as a process. Use it in a `with`; it is ended by its own id."""

    # What every house said, from start to end: nothing secret may stand in it.
    said = []

    def __init__(self, command="demo", folder=None, configuration="debug", wrapper=(), environment=None):
        self.keeps = folder is not None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="regio-"))
        self.command, self.configuration, self.wrapper = command, configuration, list(wrapper)
        self.environment = environment or {}
        self.process = None
        self.words = tempfile.TemporaryFile()

    def __enter__(self):
        return self.start()

    def start(self, wait=60):
        environment = dict(os.environ, REGIO_FOLDER=str(self.folder), REGIO_PORT="0", REGIO_HOST="127.0.0.1",
                           REGIO_INSTRUMENTS=str(ROOT / "instruments"))
        environment.pop("REGIO_ADDRESS", None)
        environment.update(self.environment)
        before = os.fstat(self.words.fileno()).st_size
        self.process = subprocess.Popen(
            [*self.wrapper, str(binary(self.configuration)), self.command], cwd=ROOT, env=environment,
            stdin=subprocess.DEVNULL, stdout=self.words, stderr=subprocess.STDOUT, start_new_session=True)
        limit = time.monotonic() + wait
        while time.monotonic() < limit:
            found = re.search(r"(?m)http://127\.0\.0\.1:(\d+)$", self.output(before))
            if found:
                self.port = int(found.group(1))
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.005)
        self.stop()
        raise RuntimeError("the server did not start: " + self.output(before))

    def output(self, start=0):
        """What it said so far; only whole lines."""
        text = os.pread(self.words.fileno(), 1 << 24, start)
        return text[:text.rfind(b"\n") + 1].decode("utf-8", "replace")

    @property
    def lines(self):
        return self.output().splitlines()

    @property
    def regio(self):
        """The process id of the server itself, also when it runs inside another."""
        if not self.wrapper:
            return self.process.pid
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if int((folder / "stat").read_text().rsplit(")", 1)[1].split()[2]) == self.process.pid \
                        and os.readlink(folder / "exe").endswith("/regio"):
                    return int(folder.name)
            except (OSError, ValueError):
                continue
        raise RuntimeError("there is no server")

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self):
        return self.folder / "regio.sqlite"

    @property
    def key(self):
        return (self.folder / "key").read_bytes()

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()

    def __exit__(self, *_):
        self.stop()
        House.said.append(self.output())
        self.words.close()
        if not self.keeps:
            shutil.rmtree(self.folder, ignore_errors=True)

    # What follows from the key, worked out here a second time.

    def secret(self, purpose, name):
        sealed = hashlib.blake2b(f"{purpose}\0{name}".encode(), digest_size=32, key=self.key).digest()[:17]
        bits = int.from_bytes(sealed, "big") >> (17 * 8 - 130)
        return "".join(ALPHABET[(bits >> (5 * (25 - place))) & 31] for place in range(26))

    def form_token(self, holder):
        return self.secret("form", holder)


def digest(purpose, secret):
    return hashlib.sha256(f"{purpose}\0{secret}".encode()).hexdigest()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def words_of(data):
    """A page or file as text; of a workbook all that stands in its parts."""
    if data[:4] != b"PK\3\4":
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


class Visitor:
    """A browser without a screen: keeps cookies, sends forms with the token of the page."""

    def __init__(self, house):
        self.house = house
        self.cookies = {}
        self.opener = urllib.request.build_opener(NoRedirect)

    def ask(self, path, form=None, headers=None):
        data = urllib.parse.urlencode(form, doseq=True).encode() if form is not None else None
        return self.post(path, data, headers=headers)

    def post(self, path, data, kind=None, headers=None):
        """Sends bytes as they are; without any it only asks."""
        request = urllib.request.Request(self.house.address + path, data=data, headers=headers or {})
        if kind:
            request.add_header("Content-Type", kind)
        if self.cookies:
            request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        try:
            answer = self.opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        answer.bytes = answer.read()
        answer.text = words_of(answer.bytes)
        return answer

    def token(self, path):
        found = re.search(r'name="form-token" value="([^"]+)"', self.ask(path).text)
        return found.group(1) if found else ""

    def send(self, path, form, page=None):
        return self.ask(path, dict(form, **{"form-token": self.token(page or path)}))
