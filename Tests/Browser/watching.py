"""A house whose log is read while it runs: a full pipe would stop the server, and the log is looked at as well."""
import threading


class Watched:
    def __init__(self, house):
        self.house = house
        self.log = []

    def __enter__(self):
        self.house.start(wait=120)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        self.house.log = self.log
        return self.house

    def read(self):
        for line in self.house.process.stdout:
            self.log.append(line.rstrip())

    def __exit__(self, *raised):
        self.house.stop()
        self.reader.join(5)
        self.house.__exit__(*raised)
