"""How to cite a package, for programs that read CITATION.cff."""

from __future__ import annotations

import json

from practicecoder.export.data import PackageData


def citation(data: PackageData) -> str:
    """Content of ``CITATION.cff``; texts are quoted as JSON, which YAML reads."""

    def quoted(text: str) -> str:
        return json.dumps(" ".join(text.split()), ensure_ascii=False)

    title = data.marked_title(": analysis package")
    lines = [
        "cff-version: 1.2.0",
        'message: "If you use these data, cite the study and the program."',
        "type: dataset",
        f"title: {quoted(title)}",
        f"date-released: {data.made_at:%Y-%m-%d}",
        "authors:",
        f"  - name: {quoted(f'Research team of {data.study_title}')}",
        "references:",
        "  - type: software",
        '    title: "practicecoder"',
        f"    version: {quoted(data.versions.get('practicecoder', ''))}",
        "    authors:",
        '      - name: "practicecoder developers"',
        "  - type: generic",
        f"    title: {quoted(f'{data.codebook.title}, version {data.codebook.version}')}",
        "    authors:",
        f"      - name: {quoted('; '.join(data.codebook.sources) or data.codebook.title)}",
    ]
    return "\n".join([*lines, ""])
