"""The shapes in which a Report is published as JSON; the schema is written from them.

Property names are those of Noark 5 v5 and of the eInnsyn API where these have one, else the keys of
docs/format.md; docs/export.md has the table. A property that is left out (UNSET) was not recorded;
an empty list is *none*.
"""
