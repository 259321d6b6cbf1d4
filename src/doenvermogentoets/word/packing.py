"""A new zip file out of an old one: what is not changed keeps its packed bytes, place, date and attributes."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Set

_LEVEL = 3
"""How hard a changed part is packed: half the time of the usual 6, for a part that is a sixth larger."""


def write_zip(data: bytes, source: zipfile.ZipFile, replaced: Mapping[str, bytes], dropped: Set[str]) -> bytes:
    """Zip with replaced and added entries, without the dropped ones.

    ``zipfile`` cannot copy packed bytes, so the local records are copied as they are.
    """
    out = io.BytesIO()
    rebuilt = io.BytesIO()
    central: list[bytes] = []
    with zipfile.ZipFile(rebuilt, "w", zipfile.ZIP_DEFLATED) as writer:
        for info in source.infolist():
            if info.filename in replaced:
                fresh = zipfile.ZipInfo(info.filename, info.date_time)
                fresh.compress_type = (
                    info.compress_type if info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) else zipfile.ZIP_DEFLATED
                )
                fresh.external_attr, fresh.create_system = info.external_attr, info.create_system
                writer.writestr(fresh, replaced[info.filename], compresslevel=_LEVEL)
        present = {info.filename for info in source.infolist()}
        for name, content in replaced.items():
            if name not in present:
                fresh = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                fresh.compress_type = zipfile.ZIP_DEFLATED
                writer.writestr(fresh, content, compresslevel=_LEVEL)
    new_data = rebuilt.getvalue()
    with zipfile.ZipFile(io.BytesIO(new_data)) as fresh_zip:
        fresh_infos = {info.filename: info for info in fresh_zip.infolist()}
    for info in source.infolist():
        if info.filename in dropped:
            continue
        if info.filename in replaced:
            _copy_entry(out, central, new_data, fresh_infos[info.filename])
        else:
            _copy_entry(out, central, data, info)
    for name in replaced:
        if name not in present:
            _copy_entry(out, central, new_data, fresh_infos[name])
    start = out.tell()
    directory = b"".join(central)
    out.write(directory)
    out.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(central), len(central), len(directory), start, len(source.comment)))
    out.write(source.comment)
    return out.getvalue()


def _copy_entry(out: io.BytesIO, central: list[bytes], data: bytes, info: zipfile.ZipInfo) -> None:
    """Copy packed bytes under a fresh header; sizes and checksum are known, so no data descriptor follows."""
    name_length, extra_length = struct.unpack("<HH", data[info.header_offset + 26 : info.header_offset + 30])
    begin = info.header_offset + 30 + name_length + extra_length
    packed = data[begin : begin + info.compress_size]
    name = info.filename.encode("utf-8")
    flags = (info.flag_bits & ~0x8) | (0 if name.isascii() else 0x800)
    year, month, day, hour, minute, second = info.date_time
    date = (max(year - 1980, 0) << 9) | (month << 5) | day
    time = (hour << 11) | (minute << 5) | (second // 2)
    version = max(info.extract_version, 20)
    offset = out.tell()
    fields = (flags, info.compress_type, time, date, info.CRC, info.compress_size, info.file_size, len(name))
    out.write(struct.pack("<4s2B4H3L2H", b"PK\x03\x04", version & 0xFF, 0, *fields, 0) + name)
    out.write(packed)
    head = struct.pack("<4s4B4H3L", b"PK\x01\x02", info.create_version & 0xFF, info.create_system, version & 0xFF, 0, *fields[:7])
    tail = struct.pack("<5H2L", len(name), 0, len(info.comment), 0, info.internal_attr, info.external_attr, offset)
    central.append(head + tail + name + info.comment)
