"""A real mail server for a test: Postfix from Debian with a folder, a port and a certificate of its own.

Addresses ending in @nergens.test do not exist there, those in @later.test are taken at the second try, as a grey list does.
"""
import email
import email.policy
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = {folder}
maillog_file = {folder}/log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.test
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
smtpd_tls_security_level = {level}
smtpd_tls_cert_file = {folder}/server.pem
smtpd_tls_key_file = {folder}/server.key
smtpd_tls_received_header = yes
virtual_mailbox_domains = regexp:{folder}/domains
virtual_mailbox_maps = regexp:{folder}/boxes
virtual_mailbox_base = {folder}/box
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/refused, check_policy_service unix:private/grey{signed}, reject
smtpd_sasl_type = cyrus
smtpd_sasl_auth_enable = {auth}
smtpd_tls_auth_only = yes
cyrus_sasl_config_path = {folder}/sasl
smtpd_error_sleep_time = 0
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
grey unix - n n - 0 spawn user=nobody argv=/usr/bin/python3 {folder}/grey.py
"""

GREY = """
import os, sys
seen = {folder!r} + "/seen/"
asked = {{}}
for line in sys.stdin:
    line = line.strip()
    if line:
        name, _, value = line.partition("=")
        asked[name] = value
        continue
    to = asked.get("recipient", "")
    action = "DUNNO"
    if to.endswith("@later.test") and not os.path.exists(seen + to):
        open(seen + to, "w").close()
        action = "DEFER_IF_PERMIT 4.2.0 Greylisted, see you later"
    print("action=" + action + "\\n", flush=True)
    asked = {{}}
"""


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def ready():
    """Whether this machine can run it: Postfix is there, and we may give its parts their own users."""
    return os.geteuid() == 0 and pathlib.Path("/usr/sbin/postfix").exists()


class PostOffice:
    def __init__(self, is_encrypted=True, wants_account=False):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="regio-post-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.port = free_port()
        self.is_encrypted, self.wants_account = is_encrypted, wants_account

    def __enter__(self):
        owner = pwd.getpwnam("postfix")
        for name in ("queue", "data", "box", "seen", "sasl"):
            (self.folder / name).mkdir()
        for name in ("data", "box"):
            os.chown(self.folder / name, owner.pw_uid, owner.pw_gid)
        (self.folder / "seen").chmod(0o777)
        self.certify()
        if self.wants_account:
            self.give_account()
        known = dict(folder=self.folder, port=self.port, uid=owner.pw_uid, gid=owner.pw_gid,
                     level="encrypt" if self.is_encrypted else "none", auth="yes" if self.wants_account else "no",
                     signed=", permit_sasl_authenticated" if self.wants_account else ", permit_mynetworks")
        self.write("main.cf", MAIN.format(**known))
        self.write("master.cf", MASTER.format(**known))
        self.write("grey.py", GREY.format(folder=str(self.folder)))
        self.write("domains", "/./ yes\n")
        self.write("boxes", "/./ all/\n")
        self.write("refused", "/@nergens\\.test$/ 550 5.1.1 There is nobody here by that name\n")
        self.start()
        return self

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def certify(self):
        """An authority of our own, and a certificate of it for localhost."""
        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
        self.write("names", "subjectAltName=DNS:localhost\n")
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost")
        openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "server.pem",
                "-days", "2", "-extfile", "names")

    def give_account(self):
        """One account, regio, kept by Cyrus SASL."""
        self.write("sasl/smtpd.conf", f"pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\nsasldb_path: {self.folder}/sasldb2\n")
        subprocess.run(["saslpasswd2", "-p", "-c", "-u", "mail.test", "-f", str(self.folder / "sasldb2"), "regio"],
                       input=b"geheim woord", check=True, capture_output=True)
        (self.folder / "sasldb2").chmod(0o644)

    def postfix(self, word):
        return subprocess.run(["postfix", "-c", str(self.folder), word], capture_output=True, text=True, timeout=60)

    def start(self):
        done = self.postfix("start")
        assert done.returncode == 0, done.stderr + done.stdout
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the mail server did not start: " + self.log)

    def stop(self):
        self.postfix("stop")

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def log(self):
        file = self.folder / "log"
        return file.read_text(errors="replace") if file.exists() else ""

    @property
    def mails(self):
        box = self.folder / "box" / "all" / "new"
        files = sorted(box.glob("*")) if box.exists() else []
        return [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]

    def settings(self, **more):
        named = {"REGIO_SMTP_HOST": "localhost", "REGIO_SMTP_PORT": str(self.port), "REGIO_SMTP_PAUSE": "1"}
        if self.is_encrypted:
            named["REGIO_SMTP_CA"] = str(self.folder / "ca.pem")
        return named | {"REGIO_ADDRESS": "https://regio.test"} | more
