"""Describes the tables for programs, as a Data Package (version 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from practicecoder.export.data import PackageData, Profile
from practicecoder.export.table import Column, ColumnType, Table

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.DATE: "date",
}
_PROFILES = "https://datapackage.org/profiles/2.0"


def datapackage(data: PackageData, tables: Sequence[Table]) -> dict[str, Json]:
    """Content of ``datapackage.json``."""
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": _name(data),
        "title": data.marked_title(": analysis package"),
        "created": data.made_at.isoformat().replace("+00:00", "Z"),
        "resources": [_resource(table) for table in tables],
    }


def _name(data: PackageData) -> str:
    """Name of the package; outside the study its id is not told."""
    is_team = data.profile is Profile.TEAM
    return f"practicecoder-{data.study_id}" if is_team else "practicecoder-aggregates"


def _resource(table: Table) -> dict[str, Json]:
    schema: dict[str, Json] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in table.refers.items()
        ]
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Json]:
    field: dict[str, Json] = {
        "name": column.name,
        "type": _TYPES[column.column_type],
        "title": column.label,
    }
    if column.derivation:
        field["description"] = column.derivation
    if column.missing:
        field["missingValues"] = [{"value": "", "label": column.missing}]
    # Only where every value is one of the list: final ratings may lie between levels.
    if column.values and column.column_type is not ColumnType.NUMBER:
        whole = column.column_type is ColumnType.INTEGER
        field["categories"] = [
            {"value": int(value) if whole else value, "label": word or value}
            for value, word in column.values.items()
        ]
    constraints: dict[str, Json] = {}
    if column.needed:
        constraints["required"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    if constraints:
        field["constraints"] = constraints
    return field
