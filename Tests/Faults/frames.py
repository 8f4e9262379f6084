"""Reads SQLite's file and its log of changes below the tables, byte by byte, as somebody would who found the disk.

The formats are SQLite's own: sqlite.org/fileformat2.html, sections 1.6 (pages), 2.1 (records) and 4 (the log)."""
import struct


def varint(data, at):
    number = 0
    for index in range(9):
        byte = data[at + index]
        if index == 8:
            return number << 8 | byte, at + 9
        number = number << 7 | byte & 127
        if byte < 128:
            return number, at + index + 1


def record(payload):
    """The values of a row; numbers as numbers, texts as texts."""
    size, at = varint(payload, 0)
    kinds, end = [], size
    while at < end:
        kind, at = varint(payload, at)
        kinds.append(kind)
    values, at = [], size
    for kind in kinds:
        if kind >= 12:
            length = (kind - 12) // 2
            piece = payload[at:at + length]
            values.append(piece.decode("utf-8", "replace") if kind % 2 else piece)
        elif kind in (8, 9):
            values.append(kind - 8)
            continue
        elif kind == 0:
            values.append(None)
            continue
        else:
            length = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}[kind]
            values.append(int.from_bytes(payload[at:at + length], "big", signed=True) if kind != 7 else None)
        at += length
    return tuple(values)


class Pages:
    """The pages of a file as they are at one moment; each can be read as rows."""

    def __init__(self, size, pages):
        self.size, self.pages = size, pages

    def rows(self, number):
        """The rows that begin on a page; none where it holds something else."""
        page = self.pages.get(number, b"")
        start = 100 if number == 1 else 0
        if len(page) < self.size or page[start] not in (2, 10, 13):
            return []
        kind, count = page[start], struct.unpack(">H", page[start + 3:start + 5])[0]
        first = start + (12 if kind == 2 else 8)
        found = []
        for index in range(count):
            at, = struct.unpack(">H", page[first + 2 * index:first + 2 * index + 2])
            try:
                found.append(self.row(page, at + (4 if kind == 2 else 0), is_table=kind == 13))
            except (IndexError, KeyError, struct.error):
                continue
        return [one for one in found if one]

    def row(self, page, at, is_table):
        length, at = varint(page, at)
        if is_table:
            _, at = varint(page, at)
        usable = self.size
        most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
        least = (usable - 12) * 32 // 255 - 23
        here = length if length <= most else least + (length - least) % (usable - 4)
        if length > most and here > most:
            here = least
        payload = page[at:at + here]
        if here < length:
            further, = struct.unpack(">I", page[at + here:at + here + 4])
            while further and len(payload) < length:
                next_page = self.pages[further]
                payload += next_page[4:4 + length - len(payload)]
                further, = struct.unpack(">I", next_page[:4])
        return record(payload)


def commits(file):
    """What each commit in the log of changes wrote: its rows that were not on the same page before.

    Old frames that a later turn has not written over yet are read too."""
    data, log = file.read_bytes(), (file.parent / (file.name + "-wal")).read_bytes()
    size = struct.unpack(">H", data[16:18])[0]
    size = 65536 if size == 1 else size
    state = Pages(size, {number + 1: data[number * size:(number + 1) * size] for number in range(len(data) // size)})
    seen = {number: set(map(repr, state.rows(number))) for number in state.pages}
    waiting = {}
    for at in range(32, len(log) - size - 23, size + 24):
        number, ends = struct.unpack(">II", log[at:at + 8])
        waiting[number] = log[at + 24:at + 24 + size]
        if not ends:
            continue
        state.pages.update(waiting)
        new = []
        for one in waiting:
            rows = state.rows(one)
            before = seen.get(one, set())
            new += [row for row in rows if repr(row) not in before]
            seen[one] = set(map(repr, rows))
        waiting = {}
        yield new
